package io.chihiro.ingest.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// One file of a catalogue, read a row at a time: whatever its size, one row is in memory.
public interface CatalogueFile extends Closeable {
  /// The next row; empty at the end of the file.
  Optional<CatalogueRow> next() throws IOException;
}
