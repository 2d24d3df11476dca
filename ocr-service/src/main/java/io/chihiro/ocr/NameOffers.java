package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.ocr.TextDifference.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that the owner corrected twice, for the vocabulary that engines are told. Pure.
final class NameOffers {
  private static final int OFTEN_ENOUGH = 2;
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}'’-]+");

  private NameOffers() {}

  /// Names that engines got wrong at least twice, without those that are in the vocabulary.
  static List<String> of(Collection<EntryRead> entries, Collection<String> vocabulary) {
    List<EntryRead> retyped =
        entries.stream()
            .filter(entry -> entry.draft().isPresent() && entry.status() != Status.DISCARDED)
            .toList();
    Map<String, Long> names =
        retyped.stream()
            .flatMap(NameOffers::corrected)
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    Set<String> common = lowerCaseWords(retyped);
    return names.entrySet().stream()
        .filter(name -> name.getValue() >= OFTEN_ENOUGH)
        .map(Map.Entry::getKey)
        .filter(name -> !common.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !vocabulary.contains(name))
        .toList();
  }

  // Words that the owner put in the place of as many others.
  private static Stream<String> corrected(EntryRead entry) {
    List<String> names = new ArrayList<>();
    Run before = new Run("same", "");
    for (Run run : TextDifference.of(entry.draft().orElseThrow().text(), entry.text())) {
      if (before.kind().equals("gone") && run.kind().equals("new")) {
        names.addAll(inPlaceOf(before.text(), run.text()));
      }
      before = run;
    }
    return names.stream();
  }

  private static List<String> inPlaceOf(String gone, String fresh) {
    List<String> words = words(fresh);
    if (words.size() != words(gone).size()) {
      return List.of();
    }
    return words.stream()
        .flatMap(word -> NAME.matcher(word).results().limit(1).map(MatchResult::group))
        .filter(name -> !gone.contains(name))
        .toList();
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  // "The" at the head of a sentence is no name: somewhere it is written small.
  private static Set<String> lowerCaseWords(List<EntryRead> entries) {
    return entries.stream()
        .flatMap(entry -> WORD.matcher(entry.text()).results())
        .map(MatchResult::group)
        .filter(word -> Character.isLowerCase(word.codePointAt(0)))
        .collect(Collectors.toSet());
  }
}
