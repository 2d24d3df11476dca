package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// Ends a random process of a system every quarter of a minute or so, as `kill -9` does, and
/// watches how long it takes until it answers again.
///
/// @param names of the processes to choose from
/// @param seed the same one ends the same processes in the same order
record Killer(LocalSystem system, List<String> names, long seed) {
  private static final int SHORTEST_PAUSE_MILLIS = 12_000;
  private static final int LONGEST_PAUSE_MILLIS = 18_000;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// How long a process was away.
  ///
  /// @param killed in nanoseconds of the clock, like the other
  record Downtime(String name, long killed, long back) {
    double seconds() {
      return (back - killed) / 1e9;
    }

    /// Whether a call was under way in it.
    boolean touches(Use.Call call) {
      return call.due() <= back && call.ended() >= killed;
    }
  }

  /// Kills for as long as it goes on.
  List<Downtime> run(BooleanSupplier goesOn) throws InterruptedException {
    Random random = new Random(seed);
    List<Downtime> all = new ArrayList<>();
    while (true) {
      long until =
          System.nanoTime()
              + random.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS) * 1_000_000;
      String name = names.get(random.nextInt(names.size()));
      while (System.nanoTime() < until) {
        Thread.sleep(LOOK);
      }
      if (!goesOn.getAsBoolean()) {
        return all;
      }
      kill(name).ifPresent(all::add);
    }
  }

  private Optional<Downtime> kill(String name) throws InterruptedException {
    Optional<ProcessHandle> process = system.process(name);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    Answers answers = new Answers(system);
    long killed = System.nanoTime();
    boolean _ = process.get().destroyForcibly();
    var _ = process.get().onExit().join();
    while (!answers.of(name)) {
      if (System.nanoTime() - killed > PATIENCE.toNanos()) {
        throw new IllegalStateException(name + " does not come back");
      }
      Thread.sleep(LOOK);
    }
    return Optional.of(new Downtime(name, killed, System.nanoTime()));
  }
}
