package io.chihiro.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `down`: stops everything and waits for it.
final class Down implements Command {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    context.say(stop(context.home()) ? "Chihiro is stopped." : "Chihiro did not run.");
    return 0;
  }

  /// Stops what runs on a home, a supervisor and whatever one that was killed left behind.
  ///
  /// @return false if nothing ran
  static boolean stop(Home home) throws InterruptedException {
    boolean ran = end(home, Supervisor.NAME, PATIENCE);
    for (String name : Programs.names().reversed()) {
      ran |= end(home, name, Duration.ofSeconds(10));
    }
    return ran;
  }

  private static boolean end(Home home, String name, Duration patience)
      throws InterruptedException {
    Optional<RunningProcess> process = RunningProcess.read(Child.stateFile(home.run(), name));
    boolean alive = process.flatMap(RunningProcess::alive).isPresent();
    if (alive) {
      process.get().end(patience);
    }
    return alive;
  }
}
