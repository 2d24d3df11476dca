package io.chihiro.bench;

import io.chihiro.bench.Use.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Calls at a fixed pace for a time, in the same order again and again, whether or not the ones
/// before were answered.
///
/// @param pause between two calls
/// @param kinds in their order
record SteadyUse(Duration pause, List<Kind> kinds) {
  /// Returns when every call has ended.
  void run(Use use, Duration length) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    long begun = System.nanoTime();
    long calls = length.dividedBy(pause);
    try (ExecutorService calling = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < calls; i++) {
        long due = begun + i * pause.toNanos();
        Kind kind = kinds.get(i % kinds.size());
        int number = counts.merge(kind, 1, Integer::sum);
        awaitMoment(due);
        var _ =
            calling.submit(
                () -> {
                  use.make(kind, number, due);
                  return number;
                });
      }
    }
  }

  private static void awaitMoment(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
