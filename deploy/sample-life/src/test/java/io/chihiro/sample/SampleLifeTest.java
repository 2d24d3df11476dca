package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLifeTest {
  @Test
  void writesTheJournalTheExportAndTheTruth(@TempDir Path folder) throws IOException {
    SampleLife life = SampleLife.fixed();
    life.write(folder);
    assertTrue(Files.size(folder.resolve("export.zip")) > 1_000_000);
    assertEquals(life.days().size(), files(folder.resolve("journal")).size());
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
    assertEquals(30, truth.path("moods").size());
    assertEquals(SampleLife.ZONES, truth.path("zones").asText());
    assertEquals(life.days().size(), truth.path("days").size());
    assertEquals(life.days().size(), truth.path("moments").size());
  }

  @Test
  void theSameSeedMakesTheSameFiles() {
    SampleLife again = new SampleLife(SampleLife.SEED);
    assertEquals(Truth.of(SampleLife.fixed()), Truth.of(again));
    assertEquals(SampleLife.fixed().journal().textFiles(), again.journal().textFiles());
  }

  @Test
  void everyDayIsEitherTypedOrPhotographed() {
    SampleLife life = SampleLife.fixed();
    JournalFiles journal = life.journal();
    assertEquals(life.days().size(), journal.typedDays().size() + journal.pages().size());
    assertEquals(journal.typedDays().size(), journal.textFiles().size());
  }

  @Test
  void textFilesNameTheirDateInTheNameOrInTheFrontMatter() {
    Map<String, String> files = SampleLife.fixed().journal().textFiles();
    assertTrue(files.keySet().stream().anyMatch(name -> name.endsWith(".txt")));
    assertTrue(files.values().stream().anyMatch(text -> text.startsWith("---\ndate: 20")));
    files.forEach(
        (name, text) ->
            assertTrue(
                name.matches("\\d{4}/\\d{4}-\\d\\d-\\d\\d\\.(md|txt)")
                    || text.startsWith("---\ndate: "),
                name));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
