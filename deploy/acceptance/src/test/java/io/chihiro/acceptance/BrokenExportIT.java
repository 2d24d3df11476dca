package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.ZoneTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service dies while its part of an export is being sent.
@Order(9)
class BrokenExportIT {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final String ZONES = "Europe/London";
  private static final int ROWS = 60_000;

  @Test
  void whoeverExportsIsToldAndNothingThatLooksWholeIsLeft(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("everything.zip");
    RunningSystem system = Systems.fresh(ZONES);
    try (Api api = system.api();
        ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      bringYears(api, folder.resolve("years.zip"));
      Future<String> export = other.submit(() -> system.launch("export", zip.toString()));
      awaitBegun(folder.resolve("everything.zip.part"), export);
      system.kill("ingest-service");

      var problem = assertThrows(ExecutionException.class, export::get);
      String said = String.valueOf(problem.getMessage());
      assertTrue(said.contains("The export broke off before its end"), said);
      assertEquals(List.of("years.zip"), names(folder));

      boolean _ = Patience.until(LONGEST, "it is up again", () -> up(system));
      assertTrue(system.launch("export", zip.toString()).contains(" plays are in "));
    }
  }

  private static void bringYears(Api api, Path file) throws Exception {
    var _ =
        new LargeExport(7, ROWS, ZoneTimeline.parse(ZONES), LocalDate.parse("2020-01-10"))
            .write(file);
    var _ = api.importPlays(new NamedFile("years.zip", Files.readAllBytes(file)), LONGEST);
    var _ = api.awaitNothingWaits(LONGEST);
  }

  private static void awaitBegun(Path part, Future<String> export) throws Exception {
    while (!export.isDone() && (Files.notExists(part) || Files.size(part) == 0)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static Optional<Boolean> up(RunningSystem system) throws Exception {
    try {
      return Optional.of(system.ready()).filter(ready -> ready);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
