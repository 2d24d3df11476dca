package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long `up` takes once it has been up before, and how much memory the idle system holds.
final class StartupBenchmark implements Benchmark {
  private static final int TIMES = 3;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Bar SECONDS = new Bar.AtMost(25);
  private static final Bar MEBIBYTES = new Bar.AtMost(3072);

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    return lab.inFolder(folder -> measured(lab, folder));
  }

  private static List<Row> measured(Lab lab, Path folder) throws IOException, InterruptedException {
    double first = up(lab, folder, new ArrayList<>());
    List<Double> seconds = new ArrayList<>();
    List<Double> mebibytes = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      seconds.add(up(lab, folder, mebibytes));
    }
    return List.of(
        Row.of(Benchmarks.STARTUP, "first start on an empty home", "s", first),
        Row.of(Benchmarks.STARTUP, "later start, until all is ready", "s", Numbers.median(seconds))
            .against(SECONDS),
        Row.of(Benchmarks.STARTUP, "resident, idle", "MiB", Numbers.median(mebibytes))
            .against(MEBIBYTES));
  }

  private static double up(Lab lab, Path folder, List<Double> mebibytes)
      throws IOException, InterruptedException {
    Stopwatch watch = Stopwatch.begin();
    try (LocalSystem system = LocalSystem.up(lab.root(), folder)) {
      double seconds = watch.seconds();
      Thread.sleep(IDLE);
      mebibytes.add((double) system.residentMebibytes());
      lab.say(
          "startup: ready after %s s, %s MiB"
              .formatted(Numbers.shown(seconds), Numbers.shown(mebibytes.getLast())));
      return seconds;
    }
  }
}
