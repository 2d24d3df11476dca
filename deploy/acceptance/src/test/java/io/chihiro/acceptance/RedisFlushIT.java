package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.acceptance.Api.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The cache loses everything while answers are asked for.
@Order(4)
class RedisFlushIT {
  private static final int ASK_EVERY_MS = 100;
  private static final Duration WHOLE_AGAIN = Duration.ofSeconds(10);
  private static final Duration BEFORE = Duration.ofSeconds(2);

  @Test
  void answersGoOnAndTheIndexIsWholeAgainWithinTenSeconds(TestReporter reporter) throws Exception {
    RunningSystem system = Systems.sampleLife().system();
    Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    try (Api api = system.api();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
      var _ = api.awaitNothingWaits(Duration.ofMinutes(1));
      SortedMap<String, String> before = Outcome.cached(system);
      var asking =
          clock.scheduleAtFixedRate(
              () -> ask(api, replies), 0, ASK_EVERY_MS, TimeUnit.MILLISECONDS);
      Patience.untilTrue(BEFORE, "twenty answers", () -> replies.size() >= 10);
      Outcome.flushCache(system.ports());
      long begin = System.nanoTime();
      awaitWhole(system, before);
      long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      boolean _ = asking.cancel(false);
      reporter.publishEntry(
          "whole again after %d ms; %d answers meanwhile".formatted(millis, replies.size()));
    }
    assertEquals(List.of(), replies.stream().filter(reply -> !right(reply)).toList());
  }

  private static void awaitWhole(RunningSystem system, SortedMap<String, String> before)
      throws Exception {
    boolean _ =
        Patience.until(
            WHOLE_AGAIN,
            "the index is whole again",
            () -> Optional.of(Outcome.cached(system).equals(before)).filter(same -> same));
  }

  private static void ask(Api api, Queue<Reply> replies) {
    try {
      boolean _ = replies.add(api.ask("Quiet and a little homesick.", 5));
    } catch (java.io.IOException e) {
      boolean _ = replies.add(new Reply(0, e.toString(), Api.JSON.nullNode()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean right(Reply reply) {
    return switch (reply.status()) {
      case 200 -> reply.body().path("songs").size() == 5;
      case 503 -> reply.detail().startsWith("Warming up");
      default -> false;
    };
  }
}
