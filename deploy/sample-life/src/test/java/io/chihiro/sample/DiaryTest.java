package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiaryTest {
  private static final List<DiaryDay> DAYS = SampleLife.fixed().days();

  @Test
  void thereAreAtLeast120DaysOverSevenErasAndEighteenMonths() {
    assertTrue(DAYS.size() >= 120, "days: " + DAYS.size());
    assertEquals(7, DAYS.stream().map(DiaryDay::era).distinct().count());
    assertEquals(Period.of(1, 6, 0), Period.between(Era.FIRST_DAY, Era.LAST_DAY.plusDays(1)));
  }

  @Test
  void everyDayIsWrittenOnceAndInsideOfItsEra() {
    Set<LocalDate> dates = DAYS.stream().map(DiaryDay::date).collect(Collectors.toSet());
    assertEquals(DAYS.size(), dates.size());
    for (Era era : Era.values()) {
      for (String line : ResourceText.lines(era.resource())) {
        if (line.startsWith("## ")) {
          assertEquals(era, Era.of(LocalDate.parse(line.substring(3))), line);
        }
      }
    }
  }

  @Test
  void aDayHasFortyTo140Words() {
    for (DiaryDay day : DAYS) {
      int words = Words.of(day.text()).size();
      assertTrue(words >= 40 && words <= 140, day.date() + " has " + words + " words");
    }
  }

  @Test
  void noTwoDaysAreAlike() {
    Set<List<String>> seen = new HashSet<>();
    for (Era era : Era.values()) {
      for (String line : ResourceText.lines(era.resource())) {
        for (List<String> six : Words.sequences(Words.of(line), 7)) {
          assertTrue(seen.add(six), "written twice: " + six);
        }
      }
    }
  }

  @Test
  void theSameSeedTellsTheSameDaysAndAnotherSeedOthers() {
    assertEquals(DAYS, new SampleLife(SampleLife.SEED).days());
    assertNotEquals(DAYS, new SampleLife(2).days());
  }

  @Test
  void mostFrequentWordsOfAnEraAreWordsOfOtherErasToo() {
    Map<Era, Map<String, Long>> words = wordsPerEra();
    for (Era era : Era.values()) {
      List<String> frequent = frequent(words.getOrDefault(era, Map.of()));
      long shared = frequent.stream().filter(word -> erasWith(word, words) >= 4).count();
      assertTrue(shared * 3 >= frequent.size() * 2L, era + ": " + shared + " of " + frequent);
    }
  }

  @Test
  void peopleOfTheStoryComeBackInOtherEras() {
    Map<Era, Map<String, Long>> words = wordsPerEra();
    for (String name : List.of("tomas", "rosa", "bea", "lucie", "mum", "opa")) {
      assertTrue(erasWith(name, words) >= 4, name);
    }
  }

  private static Map<Era, Map<String, Long>> wordsPerEra() {
    Map<Era, Map<String, Long>> words = new EnumMap<>(Era.class);
    for (Era era : EnumSet.allOf(Era.class)) {
      words.put(
          era,
          DAYS.stream()
              .filter(day -> day.era() == era)
              .flatMap(day -> Words.content(day.text()).stream())
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }
    return words;
  }

  private static List<String> frequent(Map<String, Long> words) {
    return words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(60)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long erasWith(String word, Map<Era, Map<String, Long>> words) {
    return words.values().stream().filter(counts -> counts.containsKey(word)).count();
  }
}
