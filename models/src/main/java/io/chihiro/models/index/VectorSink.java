package io.chihiro.models.index;

import java.io.IOException;

/// Takes the vectors of an index, one after the other; none is held.
@FunctionalInterface
public interface VectorSink {
  /// Adds a vector; it has the next number, beginning with zero.
  ///
  /// @param id what it is found as, such as a song's id; whether it is told twice is not looked
  ///     at
  /// @param vector of any length but zero; it is kept as one of length one
  /// @throws IllegalArgumentException in a sentence that names the id, if it has another width,
  ///     is all zeros or holds something that is no number
  void add(String id, float[] vector) throws IOException;
}
