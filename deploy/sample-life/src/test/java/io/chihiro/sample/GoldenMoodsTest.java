package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenMoodsTest {
  private static final List<GoldenMood> MOODS = GoldenMoods.all();
  private static final List<DiaryDay> DAYS = SampleLife.fixed().days();

  @Test
  void thirtyDifferentMoodsReachEveryEra() {
    assertEquals(30, MOODS.stream().map(GoldenMood::text).distinct().count());
    Map<Era, Long> perEra =
        MOODS.stream().collect(Collectors.groupingBy(GoldenMood::era, Collectors.counting()));
    assertEquals(Era.values().length, perEra.size());
    perEra.forEach((era, count) -> assertTrue(count >= 4, era + " has " + count));
  }

  @Test
  void aMoodHasFiveTo25Words() {
    for (GoldenMood mood : MOODS) {
      int words = Words.of(mood.text()).size();
      assertTrue(words >= 5 && words <= 25, mood.text());
    }
  }

  @Test
  void noMoodReusesAPhraseOfTheDiary() {
    Set<List<String>> phrases = new HashSet<>();
    for (DiaryDay day : DAYS) {
      phrases.addAll(Words.sequences(Words.of(day.text()), 4));
      phrases.addAll(Words.sequences(Words.content(day.text()), 3));
    }
    for (GoldenMood mood : MOODS) {
      assertNoneIn(phrases, Words.sequences(Words.of(mood.text()), 4));
      assertNoneIn(phrases, Words.sequences(Words.content(mood.text()), 3));
    }
  }

  @Test
  void keywordsAloneDoNotTellTheEraOfEveryMood() {
    Map<Era, Map<String, Double>> eras = tfIdf();
    long right = MOODS.stream().filter(mood -> guess(mood, eras) == mood.era()).count();
    assertTrue(right <= MOODS.size() * 4 / 5, "keywords find " + right + " of 30");
  }

  private static void assertNoneIn(Set<List<String>> phrases, Set<List<String>> own) {
    for (List<String> phrase : own) {
      assertTrue(!phrases.contains(phrase), "a phrase of the diary: " + phrase);
    }
  }

  private static Era guess(GoldenMood mood, Map<Era, Map<String, Double>> eras) {
    return eras.entrySet().stream()
        .max(Comparator.comparingDouble(era -> score(mood, era.getValue())))
        .orElseThrow()
        .getKey();
  }

  private static double score(GoldenMood mood, Map<String, Double> weights) {
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    return Words.content(mood.text()).stream()
            .mapToDouble(word -> weights.getOrDefault(word, 0.0))
            .sum()
        / length;
  }

  private static Map<Era, Map<String, Double>> tfIdf() {
    Map<Era, Map<String, Double>> eras = new EnumMap<>(Era.class);
    for (DiaryDay day : DAYS) {
      Map<String, Double> counts = eras.computeIfAbsent(day.era(), _ -> new HashMap<>());
      Words.content(day.text()).forEach(word -> counts.merge(word, 1.0, Double::sum));
    }
    Map<String, Integer> documents = new HashMap<>();
    eras.values().forEach(era -> era.keySet().forEach(w -> documents.merge(w, 1, Integer::sum)));
    eras.values()
        .forEach(
            era ->
                era.replaceAll(
                    (word, count) ->
                        count * (Math.log(8.0 / (1 + documents.getOrDefault(word, 0))) + 1)));
    return eras;
  }
}
