package io.chihiro.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Asks at a fixed pace, whether or not the answers before have come, as people do.
///
/// Each wait is counted from the moment at which the question was due, so that a stall is felt by
/// every question that it delays (Tene's "coordinated omission").
///
/// @param pause between two questions
/// @param count how many
record OpenLoop(Duration pause, int count) {
  /// One question.
  interface Question {
    void ask(int number) throws IOException, InterruptedException;
  }

  /// Every wait, in microseconds.
  Histogram run(Question question) throws InterruptedException {
    Histogram waits = new ConcurrentHistogram(3);
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> questions = new ArrayList<>();
      long begun = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = begun + i * pause.toNanos();
        int number = i;
        awaitMoment(due);
        questions.add(
            asking.submit(
                () -> {
                  question.ask(number);
                  waits.recordValue((System.nanoTime() - due) / 1000);
                  return number;
                }));
      }
      for (Future<?> asked : questions) {
        await(asked);
      }
    }
    return waits;
  }

  private static void awaitMoment(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void await(Future<?> asked) throws InterruptedException {
    try {
      asked.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question was not answered: " + e.getCause(), e);
    }
  }
}
