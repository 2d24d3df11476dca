package io.chihiro.bench;

import io.chihiro.models.index.Indexes;
import io.chihiro.models.index.VectorIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The vectors of a catalogue and their ten nearest: the exact index beside Lucene's graph and a
/// plain loop, the graph with a million vectors, and how both grow.
final class CatalogueBenchmark implements Benchmark {
  /// Leaves larger sizes out, to try the benchmark itself; the bars mean all of them.
  private static final int LARGEST =
      Integer.getInteger("chihiro.bench.catalogue.largest", 1_000_000);

  private static final int SMALL = Math.min(10_000, LARGEST);
  private static final int EXACT = Math.min(100_000, LARGEST);
  private static final int GRAPH = Math.min(1_000_000, LARGEST);
  private static final int QUERIES = 300;

  /// A million vectors, one after the other, take a moment.
  private static final int QUERIES_OF_LARGE = 50;

  private static final String HEAP_TO_WRITE = "1g";
  private static final String HEAP_TO_ASK = "192m";
  private static final int MOST_CANDIDATES = 2_560;
  private static final double EXACT_RECALL = 99.9;
  private static final Bar EXACT_MILLIS = new Bar.AtMost(6);
  private static final Bar GRAPH_RECALL = new Bar.AtLeast(95);
  private static final Bar GRAPH_MILLIS = new Bar.AtMost(4);
  private static final Bar GRAPH_MEBIBYTES = new Bar.AtMost(1.2 * 1024);

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>(lab.inFolder(folder -> beside(lab, folder)));
    for (int size : new TreeSet<>(List.of(SMALL, EXACT, GRAPH))) {
      rows.addAll(lab.inFolder(folder -> grown(lab, folder, size)));
    }
    return rows;
  }

  private static List<Row> beside(Lab lab, Path folder) throws IOException, InterruptedException {
    GeneratedVectors vectors = new GeneratedVectors(EXACT);
    List<float[]> queries = vectors.queries(QUERIES);
    lab.say("catalogue: %,d vectors, exactly".formatted(EXACT));
    TrueNearest truth = TrueNearest.of(vectors, queries, IndexProcess.LIMIT);
    Indexes.EXACT.write(folder.resolve("exact"), GeneratedVectors.WIDTH, vectors.source());
    AskedIndex ours = exact(folder.resolve("exact"), queries);
    AskedIndex loop = AskedIndex.of(queries, new FloatLoop(vectors, IndexProcess.LIMIT));
    lab.say("catalogue: the same in Lucene's graph");
    Path lucene = folder.resolve("lucene");
    LuceneGraph.write(lucene, vectors);
    Peer peer = lucene(lucene, queries, truth);
    String what = "%,d × 384, exact top 10".formatted(EXACT);
    return List.of(
        row(what + ", p50, beside Lucene's HNSW", "ms", ours.millis())
            .beside(peer.asked().millis())
            .against(EXACT_MILLIS),
        row(what + ", p50, beside a loop of floats", "ms", ours.millis()).beside(loop.millis()),
        row(what + ", recall@10, beside Lucene's", "%", percent(truth, ours))
            .beside(percent(truth, peer.asked()))
            .against(new Bar.AtLeast(EXACT_RECALL)),
        row("candidates of Lucene's for that", "vectors", peer.candidates()));
  }

  private static AskedIndex exact(Path folder, List<float[]> queries) throws IOException {
    try (VectorIndex index = Indexes.open(folder)) {
      return AskedIndex.of(queries, query -> IndexProcess.nearest(index, query));
    }
  }

  /// @param candidates that a walk keeps on its way
  private record Peer(int candidates, AskedIndex asked) {}

  // As few candidates as give the recall that ours must have.
  private static Peer lucene(Path folder, List<float[]> queries, TrueNearest truth)
      throws IOException {
    try (LuceneGraph graph = new LuceneGraph(folder)) {
      int candidates = IndexProcess.LIMIT;
      AskedIndex asked = lucene(graph, queries, candidates);
      while (percent(truth, asked) < EXACT_RECALL && candidates < MOST_CANDIDATES) {
        candidates *= 2;
        asked = lucene(graph, queries, candidates);
      }
      return new Peer(candidates, asked);
    }
  }

  private static AskedIndex lucene(LuceneGraph graph, List<float[]> queries, int candidates)
      throws IOException {
    return AskedIndex.of(queries, query -> graph.nearest(query, IndexProcess.LIMIT, candidates));
  }

  private static List<Row> grown(Lab lab, Path folder, int size)
      throws IOException, InterruptedException {
    lab.say("catalogue: %,d vectors in both indexes".formatted(size));
    GeneratedVectors vectors = new GeneratedVectors(size);
    TrueNearest truth = TrueNearest.of(vectors, vectors.queries(QUERIES), IndexProcess.LIMIT);
    int asked = size > EXACT ? QUERIES_OF_LARGE : QUERIES;
    List<Row> rows = new ArrayList<>(grown(lab, Indexes.EXACT, folder, size, asked, truth));
    List<Row> graph = grown(lab, Indexes.GRAPH, folder, size, QUERIES, truth);
    rows.addAll(size == GRAPH ? barred(graph) : graph);
    return rows;
  }

  private static List<Row> grown(
      Lab lab, Indexes kind, Path folder, int size, int queries, TrueNearest truth)
      throws IOException, InterruptedException {
    Path index = folder.resolve(kind.name());
    IndexProcess.Written written = IndexProcess.write(kind, index, size, HEAP_TO_WRITE);
    lab.say("catalogue: written in %s s".formatted(Numbers.shown(written.seconds())));
    IndexProcess.Answered answered = IndexProcess.ask(index, size, queries, HEAP_TO_ASK);
    String what = "%s of %,d: ".formatted(kind.name().toLowerCase(Locale.ROOT), size);
    return List.of(
        row(what + "p50", "ms", answered.asked().millis()),
        row(what + "recall@10", "%", percent(truth, answered.asked())),
        row(what + "resident when asked", "MiB", answered.residentMebibytes()),
        row(what + "resident when written", "MiB", written.residentMebibytes()),
        row(what + "written in", "s", written.seconds()),
        row(what + "on disk", "MiB", new DiskUse(index).ofAll() / 1024.0 / 1024));
  }

  // The first three are what the graph is for.
  private static List<Row> barred(List<Row> rows) {
    List<Row> barred = new ArrayList<>(rows);
    List<Bar> bars = List.of(GRAPH_MILLIS, GRAPH_RECALL, GRAPH_MEBIBYTES);
    for (int i = 0; i < bars.size(); i++) {
      barred.set(i, rows.get(i).against(bars.get(i)));
    }
    return barred;
  }

  private static double percent(TrueNearest truth, AskedIndex asked) {
    return 100 * truth.recall(asked.answers());
  }

  private static Row row(String what, String unit, double ours) {
    return Row.of(Benchmarks.CATALOGUE, what, unit, ours);
  }
}
