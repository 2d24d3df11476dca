package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FollowerProgressTest {
  private final FollowerProgress progress = new FollowerProgress("a follower");

  @Test
  void whoAsksWhileItIsCountedIsAnsweredByTheNextCount() throws Exception {
    CompletableFuture<Long> early = asked();
    CountDownLatch counting = new CountDownLatch(1);
    CountDownLatch lateHasAsked = new CountDownLatch(1);
    Thread follower =
        Thread.startVirtualThread(
            () -> progress.answer(() -> 1, () -> countedSlowly(counting, lateHasAsked)));
    counting.await();
    CompletableFuture<Long> late = asked();
    lateHasAsked.countDown();
    follower.join();

    assertEquals(0, early.get());
    assertFalse(late.isDone(), "it may have written something since");
    progress.answer(() -> 1, () -> 3);
    assertEquals(3, late.get());
  }

  @Test
  void whoeverCouldNotBeToldIsToldTheNextTime() throws Exception {
    CompletableFuture<Long> question = asked();
    try {
      progress.answer(
          () -> 1,
          () -> {
            throw new IllegalStateException("the broker is away");
          });
    } catch (IllegalStateException _) {
      // The follower tries again.
    }
    progress.answer(() -> 1, () -> 2);

    assertEquals(2, question.get());
  }

  private static long countedSlowly(CountDownLatch counting, CountDownLatch go) {
    counting.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 0;
  }

  // Returns once the question is there to be answered.
  private CompletableFuture<Long> asked() throws InterruptedException {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    int before = progress.questions();
    Thread.startVirtualThread(
        () -> {
          try {
            answer.complete(progress.waiting());
          } catch (InterruptedException e) {
            answer.completeExceptionally(e);
          }
        });
    while (progress.questions() == before) {
      Thread.onSpinWait();
    }
    return answer;
  }
}
