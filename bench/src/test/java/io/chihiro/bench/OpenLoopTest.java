package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  @Test
  void aQuestionDoesNotWaitForTheAnswerBefore() throws InterruptedException {
    CountDownLatch bothAsked = new CountDownLatch(2);
    Histogram waits =
        new OpenLoop(Duration.ofMillis(5), 2)
            .run(
                _ -> {
                  bothAsked.countDown();
                  bothAsked.await();
                });
    assertEquals(2, waits.getTotalCount());
    assertTrue(waits.getMaxValue() >= 5_000, "the first waited for the second to be asked");
  }

  @Test
  void aQuestionWithoutAnAnswerEndsTheMeasurement() {
    OpenLoop loop = new OpenLoop(Duration.ZERO, 1);
    assertThrows(
        IllegalStateException.class,
        () ->
            loop.run(
                _ -> {
                  throw new IOException("refused");
                }));
  }
}
