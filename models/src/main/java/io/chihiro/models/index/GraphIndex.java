package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Walks a graph on disk towards a query, comparing in eight bits, and puts what it comes by in
/// order in full precision. Where hardly any vectors may be answered with, they are all looked
/// at instead.
///
/// @param stored the vectors
/// @param graph between them, if there are any
record GraphIndex(StoredVectors stored, Optional<Graph> graph) implements VectorIndex {
  private static final String GRAPH = "graph";

  /// How far the walk looks for each answer: as many candidates are kept on the way, and it
  /// ends when no step leads to a better one than the last of them.
  private static final int CANDIDATES_EACH = 4;

  private static final int LEAST_CANDIDATES = 400;

  /// A walk past vectors that may not be answered with is as much longer as there are more of
  /// them: with one in twenty or fewer left, looking at each is quicker, and misses none.
  private static final int RARE = 20;

  static GraphIndex open(Path folder, IndexCard card) {
    StoredVectors stored = StoredVectors.open(folder, card);
    try {
      return new GraphIndex(stored, graph(folder.resolve(GRAPH), stored));
    } catch (BrokenModelException e) {
      stored.close();
      throw e;
    }
  }

  /// Writes the graph between vectors that lie in the folder already.
  static void write(Path folder, int width, int count) throws IOException {
    if (count == 0) {
      return;
    }
    try (StoredVectors stored = StoredVectors.of(folder, width, count)) {
      GraphBuild.write(folder.resolve(GRAPH), stored);
    }
  }

  @Override
  public int width() {
    return stored.width();
  }

  @Override
  public int count() {
    return stored.count();
  }

  @Override
  public String id(int ordinal) {
    return stored.id(ordinal);
  }

  @Override
  public ByteVector code(int ordinal) {
    return stored.code(ordinal);
  }

  @Override
  public List<Neighbour> nearest(float[] query, int limit, Among among) {
    UnitVector asked = stored.asked(query, limit);
    return stored.nearest(asked, candidates(asked, limit, among), limit);
  }

  @Override
  public void close() {
    graph.ifPresent(GraphIndex::closed);
    stored.close();
  }

  private static Optional<Graph> graph(Path file, StoredVectors stored) {
    try {
      return stored.count() == 0
          ? Optional.empty()
          : Optional.of(Graph.open(file, stored.mapped(file)));
    } catch (IOException e) {
      throw new BrokenModelException(file + " cannot be opened", e);
    }
  }

  private static void closed(Graph graph) {
    try {
      graph.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the index's graph cannot be closed", e);
    }
  }

  private Best candidates(UnitVector query, int limit, Among among) {
    int most = Math.clamp((long) limit * CANDIDATES_EACH, LEAST_CANDIDATES, Integer.MAX_VALUE);
    int left = among.size(count());
    if (graph.isEmpty() || left <= Math.max(most, count() / RARE)) {
      return stored.scan(query, most, among);
    }
    return graph.get().walk(stored.codes().nearTo(query), most, among);
  }
}
