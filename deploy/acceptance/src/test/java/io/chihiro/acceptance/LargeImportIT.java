package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.LargeExport.Truth;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.ZoneTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Ten years of listening come in at once.
@Order(6)
class LargeImportIT {
  private static final int ROWS = 300_000;
  private static final long SEED = 7;
  private static final LocalDate FIRST = LocalDate.parse("2014-01-01");
  private static final int DAYS = 60;
  private static final int DAYS_BETWEEN = 61;

  /// Generous, since the machine that runs the tests may be slow; the benchmark has the bar.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Test
  void theMomentsOfThreeHundredThousandRowsAreTheOnesCounted(
      @TempDir Path folder, TestReporter reporter) throws Exception {
    Path file = folder.resolve("ten-years.zip");
    Truth truth =
        new LargeExport(SEED, ROWS, ZoneTimeline.parse(SampleLife.ZONES), FIRST).write(file);
    RunningSystem system = Systems.fresh(SampleLife.ZONES);
    try (Api api = system.api()) {
      var _ = api.upload("/api/v1/journal/pages", journal()).fine();
      var _ = api.awaitNothingWaits(LONGEST);
      long begin = System.nanoTime();
      JsonNode done =
          api.importPlays(new NamedFile("ten-years.zip", Files.readAllBytes(file)), LONGEST);
      report(reporter, "imported", begin);
      var _ = api.awaitNothingWaits(LONGEST);
      report(reporter, "imported and joined", begin);
      assertEquals("done", done.path("status").asText(), done.path("message").asText());
      assertEquals(truth.account().rows(), done.path("rows").asInt());
      assertEquals(truth.account().stored(), done.path("stored").asInt(), done.toString());
      List<ExpectedMoment> expected =
          truth.moments(days()).stream().filter(moment -> !moment.songs().isEmpty()).toList();
      assertEquals(expected, Moments.between(api, FIRST, days().last()));
    }
  }

  private static void report(TestReporter reporter, String what, long begin) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    reporter.publishEntry(
        "%,d rows %s in %.1f s: %,.0f rows/s".formatted(ROWS, what, seconds, ROWS / seconds));
  }

  private static SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (int i = 0; i < DAYS; i++) {
      days.add(FIRST.plusDays((long) i * DAYS_BETWEEN));
    }
    return days;
  }

  private static NamedFile journal() {
    List<String> lines = new ArrayList<>();
    for (LocalDate day : days()) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("date", day.toString());
      lines.add(line.put("text", "What I wrote on " + day + ".").toString());
    }
    return NamedFile.text("journal.jsonl", String.join("\n", lines) + "\n");
  }
}
