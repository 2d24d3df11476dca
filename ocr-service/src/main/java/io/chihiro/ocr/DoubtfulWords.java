package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that an engine may have misread, for the owner to look at first. Pure.
///
/// A word is doubted when its letters do not belong together (`w1th`, `tHe`, `ha~rbour`), or, once
/// enough of the owner's words are known, when it is not among them.
public final class DoubtfulWords {
  private static final int ENOUGH_WORDS = 1500;
  private static final int KNOWN_FROM = 2;

  /// What vision models are asked to write for a word they cannot read.
  private static final String UNREADABLE = "[?]";

  private static final int SHORTEST_UNKNOWN_LETTERS = 4;
  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*");
  private static final Pattern MIXED_WITH_DIGITS =
      Pattern.compile("\\p{L}+\\d+\\p{L}*|\\d+\\p{L}+\\d*\\p{L}*");
  private static final Pattern CAPITAL_INSIDE = Pattern.compile("\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*");
  private static final Pattern SIGN_NOBODY_WRITES = Pattern.compile(".*[|~^_{}<>\\\\].*");
  private static final Pattern TIME_OR_MEASURE =
      Pattern.compile("\\d+(?:st|nd|rd|th|er|am|pm|h|km|kg|cm|mm|m|g|s|x|k)");
  private static final Pattern EDGES = Pattern.compile("^[\\p{P}]+|[\\p{P}]+$");

  /// A place in an entry's text, in characters.
  public record Span(int from, int to) {}

  private final Map<String, Integer> known;

  private DoubtfulWords(Map<String, Integer> known) {
    this.known = known;
  }

  /// Knows the words of what the owner vouched for, and whatever was read more than once.
  static DoubtfulWords knowing(Collection<EntryRead> entries, Collection<String> vocabulary) {
    Map<String, Integer> words = new HashMap<>();
    for (EntryRead entry : entries) {
      if (entry.status() != Status.DISCARDED) {
        int weight = entry.confidence().equals(Confidence.FULL) ? KNOWN_FROM : 1;
        inWords(entry.text()).forEach(word -> words.merge(word, weight, Integer::sum));
      }
    }
    vocabulary.stream()
        .flatMap(name -> inWords(name).stream())
        .forEach(word -> words.merge(word, KNOWN_FROM, Integer::sum));
    return new DoubtfulWords(words);
  }

  /// The doubtful words of an entry that an engine read; none in what the owner typed.
  List<Span> of(EntryRead entry) {
    if (!OwnerHand.isRead(entry)) {
      return List.of();
    }
    return TOKEN
        .matcher(entry.text())
        .results()
        .filter(found -> isDoubtful(found.group()))
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }

  private boolean isDoubtful(String token) {
    return token.contains(UNREADABLE) || isDoubtfulWord(EDGES.matcher(token).replaceAll(""));
  }

  private boolean isDoubtfulWord(String word) {
    if (TIME_OR_MEASURE.matcher(word.toLowerCase(Locale.ROOT)).matches()) {
      return false;
    }
    return MIXED_WITH_DIGITS.matcher(word).matches()
        || CAPITAL_INSIDE.matcher(word).matches()
        || SIGN_NOBODY_WRITES.matcher(word).matches()
        || isUnknown(word);
  }

  private boolean isUnknown(String word) {
    return known.size() >= ENOUGH_WORDS
        && word.length() >= SHORTEST_UNKNOWN_LETTERS
        && WORD.matcher(word).matches()
        && known.getOrDefault(word.toLowerCase(Locale.ROOT), 0) < KNOWN_FROM;
  }

  private static Set<String> inWords(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
