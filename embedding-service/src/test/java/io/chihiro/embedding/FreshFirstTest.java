package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FreshFirstTest {
  private final FreshFirst turns = new FreshFirst();
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whoIsFreshGoesBeforeWhoWaitedLonger() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread first =
        start(
            () ->
                turns.again(
                    () -> {
                      running.countDown();
                      end.await();
                      order.add("first");
                    }));
    running.await();
    Thread old = start(() -> turns.again(() -> order.add("old")));
    awaitWaiting(old);
    Thread fresh = start(() -> turns.fresh(() -> order.add("fresh")));
    awaitWaiting(fresh);
    end.countDown();

    for (Thread thread : List.of(first, old, fresh)) {
      thread.join();
    }
    assertEquals(List.of("first", "fresh", "old"), order);
  }

  @Test
  void aTurnThatFailsGivesItsTurnBack() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.fresh(
                () -> {
                  throw new IllegalStateException("the broker is away");
                }));
    turns.again(() -> order.add("next"));

    assertEquals(List.of("next"), order);
  }

  private static Thread start(FreshFirst.Turn work) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                work.run();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
