package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Path;

/// Every kind of index.
public enum Indexes {
  /// Looks at every vector: nothing is missed, and time grows with their number.
  EXACT,

  /// Walks a graph: some neighbours are missed, and time hardly grows.
  GRAPH;

  /// Writes an index, whole or not at all.
  ///
  /// @param folder its own, not there yet
  /// @param width numbers in a vector
  /// @param source asked once; no more than one of its vectors is held
  /// @throws IllegalArgumentException in a sentence, for a vector that cannot be compared
  public void write(Path folder, int width, VectorSource source) throws IOException {
    requireWidth(width);
    IndexFolder.write(
        folder,
        this,
        width,
        temporary -> linked(temporary, width, StoredVectors.write(temporary, width, source)));
  }

  /// Writes an index of vectors that were made in eight bits: they are kept as they are, and
  /// nothing else of them. A number is all that tells one from another.
  ///
  /// @param folder its own, not there yet
  /// @param width numbers in a vector
  /// @param source asked once; no more than one of its vectors is held
  public void writeCodes(Path folder, int width, CodeSource source) throws IOException {
    requireWidth(width);
    IndexFolder.write(
        folder,
        this,
        width,
        temporary -> linked(temporary, width, StoredVectors.writeCodes(temporary, width, source)));
  }

  /// Opens what was written, of whichever kind it is, once every file has proved to be whole.
  ///
  /// The folder is to stay as long as the index is open.
  ///
  /// @throws BrokenModelException in a sentence that names the file that is missing or broken
  public static VectorIndex open(Path folder) {
    IndexCard card = IndexCard.verified(folder);
    return switch (card.kind()) {
      case EXACT -> ExactIndex.open(folder, card);
      case GRAPH -> GraphIndex.open(folder, card);
    };
  }

  private static void requireWidth(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("vectors of " + width + " numbers cannot be indexed");
    }
  }

  private int linked(Path temporary, int width, int count) throws IOException {
    switch (this) {
      case EXACT -> {}
      case GRAPH -> GraphIndex.write(temporary, width, count);
    }
    return count;
  }
}
