package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.events.Moment;
import io.chihiro.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A real diary of four years comes in as one text journal.
@Order(7)
class PepysIT {
  private static final Path DIARY =
      Path.of(System.getProperty("chihiro.root", "../.."))
          .resolve("../shared/data/pepys-diary/entries-1660-1663.jsonl");
  private static final int ENTRIES = 1_438;
  private static final Duration LONGEST = Duration.ofMinutes(4);

  @Test
  void everyEntryIsAccountedForAndDoublesAreMergedPerDay() throws Exception {
    assumeTrue(Files.exists(DIARY), "the diary of Pepys is not here: " + DIARY.getFileName());
    SortedMap<String, List<String>> written = written();
    int dated = written.values().stream().mapToInt(List::size).sum();
    RunningSystem system = Systems.fresh("Europe/London");
    try (Api api = system.api()) {
      JsonNode taken =
          api.upload(
                  "/api/v1/journal/pages", new NamedFile("pepys.jsonl", Files.readAllBytes(DIARY)))
              .fine();
      assertEquals(ENTRIES, taken.path("entries").size());
      assertEquals(dated, dated(taken.path("entries")));
      assertEquals(ENTRIES - dated, undated(api));
      boolean _ =
          Patience.until(
              LONGEST,
              written.size() + " days have text",
              () -> Optional.of(daysWithText(api) == written.size()).filter(all -> all));
      assertMerged(system, written);
    }
  }

  private static void assertMerged(RunningSystem system, Map<String, List<String>> written)
      throws Exception {
    Map<String, Moment> moments = Outcome.latest(system, Topics.MOMENTS);
    assertEquals(written.size(), moments.size());
    for (Map.Entry<String, List<String>> day : written.entrySet()) {
      Moment moment = moments.get("owner/" + day.getKey());
      assertNotNull(moment, day.getKey() + " is missing");
      String text = moment.text();
      for (String entry : day.getValue()) {
        assertTrue(text.contains(entry.strip()), day.getKey() + " has lost an entry");
      }
    }
  }

  private static SortedMap<String, List<String>> written() throws Exception {
    SortedMap<String, List<String>> written = new TreeMap<>();
    for (String line : Files.readAllLines(DIARY)) {
      JsonNode entry = Api.JSON.readTree(line);
      if (entry.path("date").isTextual()) {
        var day = written.computeIfAbsent(entry.path("date").asText(), _ -> new ArrayList<>());
        day.add(entry.path("text").asText());
      }
    }
    return written;
  }

  private static int dated(JsonNode entries) {
    int dated = 0;
    for (JsonNode entry : entries) {
      dated += entry.path("date").asText("").isEmpty() ? 0 : 1;
    }
    return dated;
  }

  private static long undated(Api api) throws Exception {
    return api.get("/api/v1/progress").fine().path("counts").path("undatedEntries").asLong();
  }

  private static long daysWithText(Api api) throws Exception {
    return api.patiently("/api/v1/progress")
        .map(progress -> progress.path("counts").path("daysWithText").asLong())
        .orElse(0L);
  }
}
