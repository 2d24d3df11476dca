package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;

/// Turns a text into a unit vector, so that texts of like meaning lie close. Thread-safe.
public interface TextEncoder extends AutoCloseable {
  /// Changes whenever the numbers would.
  String version();

  /// Numbers in a vector.
  int dimension();

  /// Tokens read at once, the marks at the ends included.
  int window();

  /// The vector of one text; whatever lies beyond [#window] tokens is not read.
  ///
  /// @return [#dimension] numbers of length one
  float[] encode(String text);

  /// The vectors of many texts, in their order; each equals what [#encode] gives.
  List<float[]> encodeAll(List<String> texts) throws InterruptedException;

  /// Where each token of a text begins and ends, for cutting long texts; the marks at the ends and
  /// tokens without a place are left out.
  List<Span> tokens(String text);

  @Override
  void close();
}
