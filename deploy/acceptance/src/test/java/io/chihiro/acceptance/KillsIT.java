package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.DiaryDay;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.ZoneTimeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Each of the seven processes is killed three times while a life comes in, and nothing is lost,
/// doubled or different.
@Order(8)
class KillsIT {
  private static final long SEED = 91;
  private static final int KILLS_EACH = 3;
  private static final int ROWS = 50_000;
  private static final int PHOTOS = 12;
  private static final int TEXT_DAYS = 60;
  private static final int LONGEST_PAUSE_MS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final String RULES = "/api/v1/plays/rules";

  @Test
  void killedAnywhereTheSystemComesToTheSameEnd(TestReporter reporter) throws Exception {
    NamedFile export = export();
    Outcome undisturbed = outcome(export, system -> {});
    Outcome disturbed = outcome(export, system -> killAll(system, reporter));
    reporter.publishEntry(
        "%d moments, %d with vectors, hash %s"
            .formatted(
                undisturbed.count("moment"), undisturbed.count("vectors"), undisturbed.hash()));
    assertTrue(undisturbed.count("moment") >= TEXT_DAYS, "the days with text became moments");
    assertEquals(undisturbed.count("moment"), undisturbed.count("cached moment"));
    assertEquals("", undisturbed.difference(disturbed));
    assertEquals(undisturbed.hash(), disturbed.hash());
  }

  private interface Disturbance {
    void on(RunningSystem system) throws Exception;
  }

  private static Outcome outcome(NamedFile export, Disturbance disturbance) throws Exception {
    RunningSystem system = Systems.fresh(SampleLife.ZONES);
    try (Api api = system.api()) {
      String id = bring(system, api, export);
      disturbance.on(system);
      JsonNode done = api.awaitImport(id, PATIENCE);
      assertEquals("done", done.path("status").asText(), done.path("message").asText());
      LivedSystem.awaitPages(api, PHOTOS + TEXT_DAYS);
      JsonNode _ = api.awaitNothingWaits(PATIENCE);
      return Outcome.of(system);
    }
  }

  /// Two histories of the same days, the owner's rules, texts and photos.
  ///
  /// @return the last import's id
  private static String bring(RunningSystem system, Api api, NamedFile export) throws Exception {
    SampleLife life = SampleLife.fixed();
    for (DiaryDay day : life.journal().typedDays().subList(0, TEXT_DAYS)) {
      LivedSystem.drop(system, day.date() + ".md", day.text().getBytes(StandardCharsets.UTF_8));
    }
    var _ = api.put(RULES, "{\"dayEndsAt\":\"03:00\",\"shortestPlaySeconds\":45}").fine();
    var _ = api.upload(IMPORTS, export).fine();
    String id = api.upload(IMPORTS, LivedSystem.export(life)).fine().path("id").asText();
    for (PhotographedPage page : life.journal().pages().subList(0, PHOTOS)) {
      LivedSystem.drop(system, page.file(), page.bytes());
    }
    return id;
  }

  /// A seeded order, seeded pauses; whoever is not back yet is waited for.
  private static void killAll(RunningSystem system, TestReporter reporter) throws Exception {
    Random random = new Random(SEED);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < KILLS_EACH; i++) {
      order.addAll(RunningSystem.PROCESSES);
    }
    Collections.shuffle(order, random);
    long begin = System.nanoTime();
    for (String name : order) {
      pause(random.nextInt(LONGEST_PAUSE_MS));
      ProcessHandle victim =
          Patience.until(Duration.ofSeconds(60), name + " is back", () -> system.process(name));
      boolean _ = victim.destroyForcibly();
      var _ = victim.onExit().get(10, TimeUnit.SECONDS);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    reporter.publishEntry("%d kills within %d s: %s".formatted(order.size(), seconds, order));
  }

  /// The moment of the next kill; nothing is waited for.
  private static void pause(int millis) throws InterruptedException {
    boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  private static NamedFile export() throws Exception {
    Path file = Files.createTempFile("chihiro-large-", ".zip");
    try {
      ZoneTimeline zones = ZoneTimeline.parse(SampleLife.ZONES);
      var first = SampleLife.fixed().days().getFirst().date();
      var _ = new LargeExport(SEED, ROWS, zones, first).write(file);
      return new NamedFile("large.zip", Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }
}
