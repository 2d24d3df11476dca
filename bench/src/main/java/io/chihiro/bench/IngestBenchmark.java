package io.chihiro.bench;

import io.chihiro.events.Topics;
import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Ten years of listening: imported through the front door, and through the topology alone, of one
/// user and of many, in one partition and in several.
final class IngestBenchmark implements Benchmark {
  private static final Map<String, String> SETTINGS = Map.of("CHIHIRO_ZONES", LargeImport.ZONE);
  /// As many as somebody had who complained of another tool.
  private static final int ROWS = 429_129;

  /// Enough that the start of a Java process, cold code and all, is not most of what is measured.
  private static final int PLAYS = 1_000_000;

  private static final int JOURNAL_DAYS = 60;
  private static final int ROUNDS = 3;

  private static final int PLAYS_OF_GROWTH = 200_000;
  private static final List<Integer> USERS = List.of(1, 10, 100, 1_000);
  private static final List<Integer> PARTITIONS = List.of(1, 2, 4);
  private static final int USERS_OF_PARTITIONS = 100;
  private static final Bar JOINED_SECONDS = new Bar.AtMost(60);
  private static final Bar PLAYS_PER_SECOND = new Bar.AtLeast(40_000);
  private static final Bar PEAK_MEBIBYTES = new Bar.AtMost(400);

  /// Plays a second, through the topology and merely copied.
  private record Rates(double topology, double copy) {}

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>(imported(lab));
    List<Rates> rates = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      lab.say("ingest: the topology over %,d plays, %d of %d".formatted(PLAYS, round, ROUNDS));
      rates.add(lab.withStores(SETTINGS, IngestBenchmark::rates));
      lab.say("ingest: " + rates.getLast());
    }
    rows.add(topology(rates));
    rows.addAll(growth(lab));
    return rows;
  }

  private static List<Row> imported(Lab lab) throws IOException, InterruptedException {
    lab.say("ingest: importing %,d rows".formatted(ROWS));
    LargeImport.Times times =
        lab.inFolder(
            folder ->
                lab.withStores(
                    SETTINGS, system -> new LargeImport(system, folder, ROWS, JOURNAL_DAYS).run()));
    lab.say("ingest: " + times);
    return List.of(
        Row.of(Benchmarks.INGEST, "rows imported", "rows/s", ROWS / times.importedSeconds()),
        Row.of(Benchmarks.INGEST, "429,129 rows imported and joined", "s", times.joinedSeconds())
            .against(JOINED_SECONDS),
        Row.of(Benchmarks.INGEST, "peak memory of it", "MiB", (double) times.peakMebibytes())
            .against(PEAK_MEBIBYTES));
  }

  private static Rates rates(LocalSystem system) throws InterruptedException {
    String broker = system.bootstrapServers();
    new PreloadedPlays(PLAYS, 1, Topics.PARTITIONS).write(broker);
    return new Rates(
        TopologyRun.playsPerSecond(system, PLAYS), CopyRun.playsPerSecond(broker, PLAYS));
  }

  private static List<Row> growth(Lab lab) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int users : USERS) {
      String what = "of %,d users in %d partitions".formatted(users, Topics.PARTITIONS);
      rows.add(grown(lab, what, users, Topics.PARTITIONS));
    }
    for (int partitions : PARTITIONS) {
      String what = "of %,d users, partitions: %d".formatted(USERS_OF_PARTITIONS, partitions);
      rows.add(grown(lab, what, USERS_OF_PARTITIONS, partitions));
    }
    return rows;
  }

  private static Row grown(Lab lab, String what, int users, int partitions)
      throws IOException, InterruptedException {
    lab.say("ingest: plays " + what);
    double rate =
        lab.withStores(
            SETTINGS,
            system -> {
              new PreloadedPlays(PLAYS_OF_GROWTH, users, partitions)
                  .write(system.bootstrapServers());
              return TopologyRun.playsPerSecond(system, PLAYS_OF_GROWTH);
            });
    return Row.of(Benchmarks.INGEST, "plays " + what, "plays/s", rate);
  }

  private static Row topology(List<Rates> rates) {
    return Row.of(
            Benchmarks.INGEST,
            "plays through the topology (peer: copied)",
            "plays/s",
            Numbers.median(rates.stream().map(Rates::topology).toList()))
        .beside(Numbers.median(rates.stream().map(Rates::copy).toList()))
        .against(PLAYS_PER_SECOND);
  }
}
