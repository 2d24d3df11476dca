package io.chihiro.models.index;

import io.chihiro.models.ByteVector;
import java.util.List;

/// Vectors of one width, numbered from zero, of which the nearest to a query are found.
/// Thread-safe.
public interface VectorIndex extends AutoCloseable {
  /// Numbers in a vector.
  int width();

  /// How many vectors there are.
  int count();

  /// What the vector of a number was added as; the number, if it was added as nothing else.
  ///
  /// @throws IndexOutOfBoundsException for a number that no vector has
  String id(int ordinal);

  /// The vector of a number in eight bits, as a first pass compares it.
  ///
  /// @throws IndexOutOfBoundsException for a number that no vector has
  ByteVector code(int ordinal);

  /// The nearest to a query by cosine, best first, the lower number first where cosines are
  /// equal.
  ///
  /// @param query of any length but zero
  /// @param limit how many at most; fewer come only if fewer are among those
  /// @param among which ones may be answered with: the others are left out before the cut
  /// @throws IllegalArgumentException in a sentence, for a query of another width, of zeros or
  ///     with something that is no number, and for a limit below one
  List<Neighbour> nearest(float[] query, int limit, Among among);

  /// Gives files and memory back; nobody may ask any more.
  @Override
  void close();
}
