package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import io.github.jbellis.jvector.disk.ByteBufferReader;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.SearchResult.NodeScore;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction.ApproximateScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// A graph between vectors as JVector wrote it, mapped from its file. Thread-safe.
///
/// Subramanya et al., "DiskANN" (2019), with levels as in Malkov and Yashunin, "HNSW" (2016).
final class Graph implements Closeable {
  private static final float ANY_SCORE = 0;

  private final Spares<GraphSearcher> searchers;

  private Graph(OnDiskGraphIndex graph) {
    this.searchers = new Spares<>(() -> new GraphSearcher(graph));
  }

  /// @throws BrokenModelException if the file is no such graph
  static Graph open(Path file, MemorySegment mapped) {
    try {
      return new Graph(OnDiskGraphIndex.load(() -> new ByteBufferReader(mapped.asByteBuffer())));
    } catch (RuntimeException e) {
      throw new BrokenModelException(file + " holds no graph that can be read", e);
    }
  }

  /// The best that the walk comes by.
  ///
  /// @param most how many at most; the more, the farther it looks
  Best walk(Codes.Scorer nearness, int most, Among among) {
    return searchers.lend(
        searcher -> {
          Best best = new Best(most);
          for (NodeScore node :
              searcher
                  .search(scores(nearness), most, most, ANY_SCORE, ANY_SCORE, among::has)
                  .getNodes()) {
            best.offer(node.node, node.score);
          }
          return best;
        });
  }

  @Override
  public void close() throws IOException {
    searchers.close();
  }

  // From nothing to one, as JVector counts.
  static SearchScoreProvider scores(Codes.Scorer nearness) {
    ApproximateScoreFunction score = ordinal -> (1 + nearness.cosine(ordinal)) / 2;
    return new DefaultSearchScoreProvider(score);
  }
}
