package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.events.PageScanned.Account;
import io.chihiro.ocr.digital.ZipBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real diaries, written out as Markdown notes, come in through the importer of notes.
class SharedDiariesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path bucket;

  @Test
  void everyNoteOfALongDiaryIsAccountedFor() throws IOException {
    OcrWorld world = imported("pepys-diary/entries-1660-1663.jsonl");

    assertEquals(new Account(1438, 1437, new TreeMap<>(), 1), account(world));
    assertEquals(1438, world.entries().size());
    assertEquals(1, world.entries().stream().filter(entry -> entry.date().isEmpty()).count());
    assertEquals(2, daysWithTwo(world));
  }

  @Test
  void everyNoteOfAShortDiaryIsAccountedFor() throws IOException {
    OcrWorld world = imported("mitford-journal/entries-1819.jsonl");

    assertEquals(new Account(362, 362, new TreeMap<>(), 0), account(world));
    assertEquals(362, world.entries().size());
  }

  @Test
  void theSameDiaryTwiceIsOne() throws IOException {
    OcrWorld world = imported("mitford-journal/entries-1819.jsonl");
    var entries = world.entries();
    world.file("again.zip", zip("mitford-journal/entries-1819.jsonl", "again: true\n"));
    world.settle();

    assertEquals(2, world.pages().size());
    assertEquals(entries.size(), world.entries().size());
  }

  /// Days with two entries keep both, in order, for the day's text to be joined of them.
  private static long daysWithTwo(OcrWorld world) {
    Map<LocalDate, Long> perDay =
        world.entries().stream()
            .flatMap(entry -> entry.date().stream())
            .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
    return perDay.values().stream().filter(count -> count == 2).count();
  }

  private static Account account(OcrWorld world) {
    return world.onlyPage().account().orElseThrow();
  }

  private OcrWorld imported(String name) throws IOException {
    OcrWorld world = OcrWorld.in(bucket);
    world.file("diary.zip", zip(name, ""));
    world.settle();
    return world;
  }

  private static byte[] zip(String name, String field) throws IOException {
    Path file = Path.of(System.getProperty("chihiro.root", "."), "../shared/data", name);
    assumeTrue(Files.exists(file), file + " is absent");
    List<String> notes = new ArrayList<>();
    Map<String, Integer> perDay = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode entry = JSON.readTree(line);
      String day = entry.path("date").asText("");
      String front = day.isEmpty() || day.equals("null") ? field : field + "date: " + day + "\n";
      notes.add("diary/note %s %d.md".formatted(day, perDay.merge(day, 1, Integer::sum)));
      notes.add("---\n" + front + "---\n\n" + entry.path("text").asText() + "\n");
    }
    return ZipBytes.of(notes.toArray(String[]::new));
  }
}
