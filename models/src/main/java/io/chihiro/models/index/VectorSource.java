package io.chihiro.models.index;

import java.io.IOException;

/// Has the vectors that an index is to be made of.
@FunctionalInterface
public interface VectorSource {
  /// Hands over every vector, once.
  void pour(VectorSink into) throws IOException;
}
