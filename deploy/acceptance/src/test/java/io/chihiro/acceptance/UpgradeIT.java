package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Today's system starts on what the last release left, and knows everything that it knew.
@Order(9)
class UpgradeIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final LocalDate LATER = LocalDate.parse("2025-06-01");
  private static final String WRITTEN_AFTERWARDS =
      "A violet tram rolled through the invented town of Ombria.";

  @Test
  void todaysSystemAnswersFromTheHomeOfTheLastRelease() throws Exception {
    RunningSystem system = Systems.on(LastRelease.unpack());
    try (Api api = system.api()) {
      knowsEverything(api);
      var _ = api.enter(LATER, WRITTEN_AFTERWARDS);
      var _ = api.awaitNothingWaits(LONG);
    }
    whatIsWrittenAfterwardsIsSealed(system);
    system.shutDown();
    assertEquals("1", Files.readString(system.home().resolve("version")).strip());
    system.start();
    try (Api api = system.api()) {
      knowsEverything(api);
      String days = "/api/v1/journal/entries?from=%s&to=%s".formatted(LATER, LATER);
      assertTrue(api.get(days).fine().toString().contains(WRITTEN_AFTERWARDS));
    }
    system.shutDown();
    aHomeOfANewerOneIsRefused(system);
  }

  private static void knowsEverything(Api api) throws Exception {
    SmallLife.isThere(api);
    SmallLife.answers(api);
    assertEquals(0, api.get("/api/v1/rejected").fine().path("total").asInt());
  }

  /// The release's own entries, which lie in the clear, show that the scan sees what is there.
  private static void whatIsWrittenAfterwardsIsSealed(RunningSystem system) {
    AtRest scan = new AtRest(system, new Canary(List.of(SmallLife.FUNERAL, WRITTEN_AFTERWARDS)));
    var topics = scan.topics();
    assertEquals(Set.of(SmallLife.FUNERAL), topics.get("topic journal-entries"));
    assertFalse(topics.toString().contains(WRITTEN_AFTERWARDS), topics.toString());
    assertFalse(scan.cache().toString().contains(WRITTEN_AFTERWARDS));
    assertTrue(Outcome.latest(system, Topics.MOMENTS).containsKey("owner/" + LATER));
  }

  private static void aHomeOfANewerOneIsRefused(RunningSystem system) throws Exception {
    Path version = system.home().resolve("version");
    Files.writeString(version, "2\n");
    String said =
        String.valueOf(assertThrows(AssertionError.class, system::start).getMessage()).strip();
    assertTrue(
        said.endsWith("(its home has version 2, this one knows 1): start it with that one."));
    assertTrue(RunningSystem.PROCESSES.stream().allMatch(name -> system.process(name).isEmpty()));
  }
}
