package io.chihiro.models.index;

import io.chihiro.models.ByteVector;
import java.io.IOException;

/// Has the vectors that an index is to be made of, and nothing finer of them than eight bits.
@FunctionalInterface
public interface CodeSource {
  /// Takes the vectors, one after the other; none is held.
  @FunctionalInterface
  interface Sink {
    /// Adds a vector as it is; it has the next number, beginning with zero.
    ///
    /// @throws IllegalArgumentException in a sentence, if it has another width
    void add(ByteVector vector) throws IOException;
  }

  /// Hands over every vector, once.
  void pour(Sink into) throws IOException;
}
