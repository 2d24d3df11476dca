package io.chihiro.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names and pet words of one user, which no engine can guess.
///
/// @param words as they are written, each once, in the order in which they came
public record Vocabulary(List<String> words) {
  /// As many as a prompt can bear.
  public static final int MOST_WORDS = 300;

  /// A name of several words is one of them.
  public static final int LONGEST_WORD_CHARACTERS = 60;

  /// Nobody has said anything yet.
  public static final Vocabulary NONE = new Vocabulary(List.of());

  public Vocabulary {
    words = cleaned(words);
    Check.require(words.size() <= MOST_WORDS, "at most " + MOST_WORDS + " words are kept");
  }

  /// The same with a word more; a word that is there already changes nothing.
  public Vocabulary with(String word) {
    List<String> more = new ArrayList<>(words);
    more.add(word);
    return new Vocabulary(more);
  }

  private static List<String> cleaned(@Nullable List<String> given) {
    var kept = new LinkedHashSet<String>();
    for (String word : Absent.toEmpty(given)) {
      String plain = word.strip().replaceAll("\\s+", " ");
      Check.require(!plain.isEmpty(), "a word must not be blank");
      Check.require(
          plain.length() <= LONGEST_WORD_CHARACTERS,
          "a word has at most " + LONGEST_WORD_CHARACTERS + " characters");
      kept.add(plain);
    }
    return List.copyOf(kept);
  }
}
