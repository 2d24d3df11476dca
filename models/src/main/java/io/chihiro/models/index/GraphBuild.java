package io.chihiro.models.index;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndexWriter;
import io.github.jbellis.jvector.graph.disk.OrdinalMapper;
import io.github.jbellis.jvector.graph.disk.feature.InlineVectors;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;

/// Finds each vector's edges by JVector and writes them into a file, without the vectors.
///
/// Vectors are compared in eight bits, as they lie mapped: the heap holds edges alone, some 0.4
/// KiB a vector, however wide the vectors are.
final class GraphBuild {
  /// Edges of a vector.
  private static final int EDGES = 24;

  /// Candidates for them.
  private static final int CANDIDATES = 80;

  /// How many times as many edges a vector may have while others are still added.
  private static final float OVERFLOW = 1.2f;

  /// A candidate is left out if an edge leads nearly there already; above one, longer edges
  /// stay.
  private static final float ALPHA = 1.2f;

  private static final boolean LEVELS = true;
  private static final boolean SECOND_ROUND = false;

  /// The file is read as one buffer, which can be no longer.
  private static final long LONGEST_BYTES = Integer.MAX_VALUE;

  private GraphBuild() {}

  /// @throws IllegalArgumentException in a sentence, for more vectors than a file's edges can
  ///     lead to
  static void write(Path file, StoredVectors stored) throws IOException {
    long bytes = stored.count() * (EDGES + 3L) * Integer.BYTES;
    if (bytes > LONGEST_BYTES) {
      throw new IllegalArgumentException(
          "a graph of %,d vectors is too large for its file".formatted(stored.count()));
    }
    try (ForkJoinPool threads = threads();
        GraphIndexBuilder builder = builder(stored, threads)) {
      Object _ = threads.submit(() -> addAll(stored, builder)).join();
      builder.cleanup();
      write(file, builder, stored.count());
    }
  }

  private static ForkJoinPool threads() {
    return new ForkJoinPool(
        Runtime.getRuntime().availableProcessors(), GraphBuild::thread, null, false);
  }

  private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("graph-" + thread.getPoolIndex());
    return thread;
  }

  private static GraphIndexBuilder builder(StoredVectors stored, ForkJoinPool threads) {
    return new GraphIndexBuilder(
        new Scores(stored.codes()),
        stored.width(),
        EDGES,
        CANDIDATES,
        OVERFLOW,
        ALPHA,
        LEVELS,
        SECOND_ROUND,
        threads,
        threads);
  }

  private static void addAll(StoredVectors stored, GraphIndexBuilder builder) {
    IntStream.range(0, stored.count())
        .parallel()
        .forEach(
            ordinal -> {
              long _ = builder.addGraphNode(ordinal, Graph.scores(stored.codes().nearTo(ordinal)));
            });
  }

  // A file must have vectors; of no numbers, they take no room.
  private static void write(Path file, GraphIndexBuilder builder, int count) throws IOException {
    try (OnDiskGraphIndexWriter writer =
        new OnDiskGraphIndexWriter.Builder(builder.getGraph(), file)
            .withMapper(new OrdinalMapper.IdentityMapper(count - 1))
            .with(new InlineVectors(0))
            .build()) {
      writer.write(Map.of());
    }
  }

  /// What the builder compares vectors with.
  private record Scores(Codes codes) implements BuildScoreProvider {
    @Override
    public boolean isExact() {
      return false;
    }

    @Override
    public VectorFloat<?> approximateCentroid() {
      throw new UnsupportedOperationException("a graph with levels is entered at its highest");
    }

    @Override
    public SearchScoreProvider searchProviderFor(VectorFloat<?> vector) {
      throw new UnsupportedOperationException("vectors are added by their numbers");
    }

    @Override
    public SearchScoreProvider searchProviderFor(int ordinal) {
      return Graph.scores(codes.nearTo(ordinal));
    }

    @Override
    public SearchScoreProvider diversityProviderFor(int ordinal) {
      return Graph.scores(codes.nearTo(ordinal));
    }
  }
}
