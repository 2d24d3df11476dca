package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Ten years of listening: imported through the front door, and through the topology alone.
final class IngestBenchmark implements Benchmark {
  private static final Map<String, String> SETTINGS = Map.of("CHIHIRO_ZONES", LargeImport.ZONE);
  private static final int ROWS = 300_000;

  /// Enough that the start of a Java process, cold code and all, is not most of what is measured.
  private static final int PLAYS = 1_000_000;

  private static final int ROUNDS = 3;
  private static final Bar JOINED_SECONDS = new Bar.AtMost(60);
  private static final Bar PLAYS_PER_SECOND = new Bar.AtLeast(30_000);

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
    return rows;
  }

  private static List<Row> imported(Lab lab) throws IOException, InterruptedException {
    lab.say("ingest: importing %,d rows".formatted(ROWS));
    LargeImport.Times times =
        lab.inFolder(
            folder ->
                lab.withStores(SETTINGS, system -> new LargeImport(system, folder, ROWS).run()));
    lab.say("ingest: " + times);
    return List.of(
        Row.of(Benchmarks.INGEST, "rows imported", "rows/s", ROWS / times.importedSeconds()),
        Row.of(Benchmarks.INGEST, "300,000 rows imported and joined", "s", times.joinedSeconds())
            .against(JOINED_SECONDS));
  }

  private static Rates rates(LocalSystem system) throws InterruptedException {
    String broker = system.bootstrapServers();
    new PreloadedPlays(PLAYS).write(broker);
    return new Rates(
        TopologyRun.playsPerSecond(system, PLAYS), CopyRun.playsPerSecond(broker, PLAYS));
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
