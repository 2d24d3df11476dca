package io.chihiro.events;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// How far a follower has read: asked on any thread, answered on the follower's own between two
/// batches.
final class FollowerProgress {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Whoever asks once asks again soon.
  private static final Duration ASKED_LATELY = Duration.ofSeconds(2);

  private final String name;
  private final ConcurrentLinkedQueue<CompletableFuture<Long>> questions =
      new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private volatile long askedUntil = System.nanoTime();

  FollowerProgress(String name) {
    this.name = name;
  }

  /// Returns once nothing waited for the first time.
  ///
  /// @throws IllegalStateException if that takes longer than `patience`
  void awaitCaughtUp(Duration patience) throws InterruptedException {
    try {
      caughtUp.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(name + " has not caught up within " + patience, e);
    }
  }

  boolean caughtUp() {
    return caughtUp.isDone();
  }

  /// Whether somebody waits for an answer, or will in a moment.
  boolean awaited() {
    return !caughtUp.isDone() || askedUntil - System.nanoTime() > 0;
  }

  /// How many records wait, counted after the batch under way.
  ///
  /// @throws IllegalStateException if nobody answers within ten seconds
  long waiting() throws InterruptedException {
    CompletableFuture<Long> question = new CompletableFuture<>();
    askedUntil = System.nanoTime() + ASKED_LATELY.toNanos();
    questions.add(question);
    try {
      return question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(name + " cannot tell how far it has read", e);
    }
  }

  /// Answers whoever asked since the last time; counts nothing when nobody did and nothing is new.
  ///
  /// @param mine counts what the follower itself has not handled
  /// @param all counts what nobody of its group has handled
  void answer(LongSupplier mine, LongSupplier all) {
    if (!caughtUp.isDone() && mine.getAsLong() == 0) {
      caughtUp.complete(null);
    }
    // Whoever asks while it is counted may mean what came after the count.
    int asked = questions.size();
    if (asked == 0) {
      return;
    }
    long waiting = all.getAsLong();
    for (int i = 0; i < asked; i++) {
      questions.remove().complete(waiting);
    }
  }

  /// How many wait for an answer.
  int questions() {
    return questions.size();
  }

  /// Tells whoever waits for the end of the reading that it does not come.
  void closed() {
    caughtUp.completeExceptionally(new IllegalStateException(name + " was closed"));
  }
}
