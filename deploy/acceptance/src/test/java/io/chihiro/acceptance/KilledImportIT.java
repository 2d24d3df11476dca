package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.events.Topics;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.LargeExport.Truth;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.ZoneTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// 429,129 rows, as somebody had who complained of another tool, come in while the service that
/// reads them is killed three times.
@Order(7)
class KilledImportIT {
  private static final int ROWS = 429_129;
  private static final long SEED = 43;
  private static final LocalDate FIRST = LocalDate.parse("2010-01-01");
  private static final int KILLS = 3;
  private static final long MOST_MEBIBYTES = 400;
  private static final String SERVICE = "ingest-service";

  /// Generous, since the machine that runs the tests may be slow; the benchmark has the bar.
  private static final Duration LONGEST = Duration.ofMinutes(6);

  @Test
  void killedThreeTimesEveryRowIsThereOnce(@TempDir Path folder, TestReporter reporter)
      throws Exception {
    Path file = folder.resolve("years.zip");
    Truth truth =
        new LargeExport(SEED, ROWS, ZoneTimeline.parse(SampleLife.ZONES), FIRST).write(file);
    RunningSystem system = Systems.fresh(SampleLife.ZONES);
    try (Api api = system.api()) {
      NamedFile upload = new NamedFile("years.zip", Files.readAllBytes(file));
      String id = api.upload("/api/v1/plays/imports", upload).fine().path("id").asText();
      long peak = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        peak = Math.max(peak, killAfter(system, api, id, kill * ROWS / (KILLS + 1)));
      }
      JsonNode done = api.awaitImport(id, LONGEST);
      var _ = api.awaitNothingWaits(LONGEST);
      peak = Math.max(peak, peakMebibytes(system));
      reporter.publishEntry("%,d rows, %d kills, at most %d MiB".formatted(ROWS, KILLS, peak));
      assertEquals(truth.account().rows(), done.path("rows").asInt());
      assertEquals(truth.account().stored(), done.path("stored").asInt(), done.toString());
      assertEquals(0, done.path("waiting").asInt());
      assertEquals(truth.account().stored(), Outcome.latest(system, Topics.PLAYS).size());
      assertTrue(peak <= MOST_MEBIBYTES, "the service held " + peak + " MiB");
    }
  }

  /// @return the most memory that the victim held
  private static long killAfter(RunningSystem system, Api api, String id, int rows)
      throws Exception {
    boolean _ =
        Patience.until(
            LONGEST,
            "row " + rows,
            () ->
                api.patiently("/api/v1/plays/imports/" + id)
                    .filter(
                        now ->
                            now.path("rows").asInt() >= rows
                                || !now.path("status").asText().matches("waiting|running"))
                    .map(_ -> true));
    long peak = peakMebibytes(system);
    ProcessHandle victim = system.process(SERVICE).orElseThrow();
    boolean _ = victim.destroyForcibly();
    var _ = victim.onExit().get(10, TimeUnit.SECONDS);
    var _ =
        Patience.until(
            LONGEST,
            SERVICE + " is back",
            () -> system.process(SERVICE).filter(again -> again.pid() != victim.pid()));
    return peak;
  }

  private static long peakMebibytes(RunningSystem system) throws IOException {
    Optional<ProcessHandle> service = system.process(SERVICE);
    if (service.isEmpty()) {
      return 0;
    }
    Path status = Path.of("/proc", Long.toString(service.get().pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
