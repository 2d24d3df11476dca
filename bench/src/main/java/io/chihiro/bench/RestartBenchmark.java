package io.chihiro.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long somebody waits for songs of a large catalogue: when its topics are read for the first
/// time, and after `kill -9`, when there is an index.
final class RestartBenchmark implements Benchmark {
  private static final int SONGS = 100_000;
  private static final int LINES = 10;
  private static final int RESTARTS = 3;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// What is left over is put into the index once nothing has come for half a minute.
  private static final Duration SETTLES = Duration.ofMinutes(1);

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    return lab.withStores(Map.of(), system -> measured(lab, system));
  }

  private static List<Row> measured(Lab lab, LocalSystem system) throws InterruptedException {
    lab.say("restart: writing %,d songs of %d lines".formatted(SONGS, LINES));
    TopicCreation.ensure(system.bootstrapServers());
    try (KafkaEventWriter writer = new KafkaEventWriter(system.bootstrapServers(), "bench")) {
      new GeneratedSongs(SONGS, LINES).write(writer);
    }
    lab.say("restart: reading them for the first time");
    Stopwatch watch = Stopwatch.begin();
    system.add(Service.RECOMMEND);
    awaitSongs(system);
    double first = watch.seconds();
    Thread.sleep(SETTLES);
    List<Double> again = restarts(lab, system);
    return List.of(
        row("with an index, from kill -9 on", "s", Numbers.median(again)).beside(first),
        row("resident then", "MiB", (double) system.residentMebibytes(Service.RECOMMEND.title())));
  }

  private static List<Double> restarts(Lab lab, LocalSystem system) throws InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < RESTARTS; i++) {
      lab.say("restart: kill %d of %d".formatted(i + 1, RESTARTS));
      Stopwatch watch = Stopwatch.begin();
      ProcessHandle process = system.process(Service.RECOMMEND.title()).orElseThrow();
      boolean _ = process.destroyForcibly();
      var _ = process.onExit().join();
      awaitSongs(system);
      seconds.add(watch.seconds());
    }
    return seconds;
  }

  private static void awaitSongs(LocalSystem system) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Api api = Api.of(system, Service.RECOMMEND)) {
      while (!finds(api)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no songs after " + PATIENCE);
        }
        Thread.sleep(LOOK);
      }
    }
  }

  private static boolean finds(Api api) throws InterruptedException {
    try {
      var question = JsonNodeFactory.instance.objectNode().put("vibe", "tired and calm");
      return !api.post("/api/v1/search/songs", question).path("songs").isEmpty();
    } catch (IOException | IllegalStateException _) {
      return false;
    }
  }

  private static Row row(String what, String unit, double value) {
    return Row.of(
        Benchmarks.RESTART,
        "songs found, %,d of %d lines, %s".formatted(SONGS, LINES, what),
        unit,
        value);
  }
}
