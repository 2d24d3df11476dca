package io.chihiro.models.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The different words of a mood, and the mood without some of them. A word that stands twice goes
/// twice.
final class MoodWords {
  // Beyond this a mood is a day, and a word of it weighs next to nothing; further words stay.
  static final int MOST_WORDS = 60;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}+)*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String mood;
  private final List<MatchResult> places;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();

  MoodWords(String mood) {
    this.mood = mood;
    this.places = WORD.matcher(mood).results().toList();
    for (MatchResult place : places) {
      if (words.size() < MOST_WORDS && !numbers.containsKey(folded(place))) {
        numbers.put(folded(place), words.size());
        words.add(place.group());
      }
    }
  }

  /// Each once, as first written.
  List<String> all() {
    return words;
  }

  int count() {
    return words.size();
  }

  /// The mood without these words.
  String without(BitSet removed) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (MatchResult place : places) {
      int number = numbers.getOrDefault(folded(place), MOST_WORDS);
      if (removed.get(number)) {
        rest.append(mood, from, place.start());
        from = place.end();
      }
    }
    rest.append(mood, from, mood.length());
    return SPACES.matcher(rest).replaceAll(" ").strip();
  }

  private static String folded(MatchResult place) {
    return place.group().toLowerCase(Locale.ROOT);
  }
}
