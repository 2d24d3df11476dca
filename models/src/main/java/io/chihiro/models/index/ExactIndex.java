package io.chihiro.models.index;

import io.chihiro.models.ByteVector;
import java.nio.file.Path;
import java.util.List;

/// Compares a query with every vector in eight bits, and the best of them in full precision.
///
/// @param stored the vectors
record ExactIndex(StoredVectors stored) implements VectorIndex {
  /// Candidates for each answer. A vector in eight bits is off by some thousandths of a cosine,
  /// so the nearest are among them unless dozens lie within that.
  private static final int CANDIDATES_EACH = 4;

  private static final int LEAST_CANDIDATES = 50;

  static ExactIndex open(Path folder, IndexCard card) {
    return new ExactIndex(StoredVectors.open(folder, card));
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
    return stored.nearest(asked, stored.scan(asked, candidates(limit), among), limit);
  }

  @Override
  public void close() {
    stored.close();
  }

  private static int candidates(int limit) {
    return Math.clamp((long) limit * CANDIDATES_EACH, LEAST_CANDIDATES, Integer.MAX_VALUE);
  }
}
