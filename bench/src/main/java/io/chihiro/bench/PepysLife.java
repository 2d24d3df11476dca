package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A real diarist with made-up songs: every twelfth of his years has songs of its own, and some
/// favourites run through all of them.
final class PepysLife {
  /// Every fourth day: a fourth of the reading, and still each era of some weeks.
  private static final int EVERY = 4;

  private static final int ERAS = 12;
  private static final int SONGS_AN_ERA = 10;
  private static final int FAVOURITES = 15;
  private static final int SONGS_A_DAY = 3;
  private static final int MOST_PLAYS = 6;

  private PepysLife() {}

  /// Where the diary lies, for a project at `root`.
  static Path file(Path root) {
    return root.resolve("../shared/data/pepys-diary/entries-1660-1663.jsonl").normalize();
  }

  /// Reads the diary and makes up what was heard.
  static Life read(Path file, long seed) throws IOException {
    List<Map.Entry<LocalDate, String>> written = some(texts(file));
    Random random = new Random(seed);
    List<LifeDay> days = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      int era = i * ERAS / written.size();
      days.add(new LifeDay(written.get(i).getKey(), written.get(i).getValue(), plays(era, random)));
    }
    return Life.of(days, List.of());
  }

  // A date that occurs twice is one day; what has no date is left out.
  private static Map<LocalDate, String> texts(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Map<LocalDate, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode entry = json.readTree(line);
      if (entry.path("date").isTextual()) {
        texts.merge(
            LocalDate.parse(entry.path("date").asText()),
            entry.path("text").asText(),
            (one, other) -> one + "\n" + other);
      }
    }
    return texts;
  }

  private static List<Map.Entry<LocalDate, String>> some(Map<LocalDate, String> texts) {
    List<Map.Entry<LocalDate, String>> all = new ArrayList<>(texts.entrySet());
    List<Map.Entry<LocalDate, String>> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      some.add(all.get(i));
    }
    return some;
  }

  private static Map<String, Integer> plays(int era, Random random) {
    Map<String, Integer> plays = new HashMap<>();
    for (int i = 0; i < SONGS_A_DAY; i++) {
      plays.put("song %d of era %d".formatted(random.nextInt(SONGS_AN_ERA), era), some(random));
    }
    plays.put("favourite " + random.nextInt(FAVOURITES), some(random));
    return plays;
  }

  private static int some(Random random) {
    return random.nextInt(3, MOST_PLAYS + 1);
  }
}
