package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Eras.Era;
import io.chihiro.models.evaluation.Life.PastMood;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Made-up lives: every era has words and songs of its own.
final class Lives {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static final List<String> FEELINGS =
      List.of("lonely winter silence", "tender kisses summer", "office deadline panic");

  private Lives() {}

  /// Three eras of some days, each day two of the era's ten songs and a favourite of all eras.
  static Life of(int daysAnEra, long seed) {
    Random random = new Random(seed);
    List<LifeDay> days = new ArrayList<>();
    List<Era> eras = new ArrayList<>();
    List<PastMood> moods = new ArrayList<>();
    for (int era = 0; era < FEELINGS.size(); era++) {
      LocalDate begins = FIRST.plusDays((long) era * daysAnEra);
      eras.add(new Era("era " + era, begins));
      moods.add(new PastMood(FEELINGS.get(era), songs(era), "era " + era));
      for (int day = 0; day < daysAnEra; day++) {
        days.add(new LifeDay(begins.plusDays(day), text(era, random), plays(era, random)));
      }
    }
    return new Life(days, moods, new Eras(eras));
  }

  static LifeDay day(int after, String text, String... songs) {
    Map<String, Integer> plays = new HashMap<>();
    for (String song : songs) {
      plays.put(song, 3);
    }
    return new LifeDay(FIRST.plusDays(after), text, plays);
  }

  private static String text(int era, Random random) {
    String[] words = FEELINGS.get(era).split(" ", -1);
    return "It was another long day of %s and %s with Jonas. Then I thought of the number %d for a while at the window."
        .formatted(words[random.nextInt(3)], words[random.nextInt(3)], random.nextInt(9_000));
  }

  private static Map<String, Integer> plays(int era, Random random) {
    Map<String, Integer> plays = new HashMap<>();
    plays.put("favourite", 9);
    plays.put("song %d.%d".formatted(era, random.nextInt(10)), 4);
    plays.put("song %d.%d".formatted(era, random.nextInt(10)), 3);
    return plays;
  }

  private static Set<String> songs(int era) {
    Set<String> songs = new HashSet<>();
    for (int song = 0; song < 10; song++) {
      songs.add("song %d.%d".formatted(era, song));
    }
    return songs;
  }
}
