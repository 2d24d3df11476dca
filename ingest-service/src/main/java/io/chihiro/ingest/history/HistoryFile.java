package io.chihiro.ingest.history;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.events.PlaylistKept;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// One file of a history or one playlist, read a row at a time: whatever its size, one row is in
/// memory.
public interface HistoryFile extends Closeable {
  /// What a playlist is called, and where it comes from.
  record ListName(String name, PlaylistKept.Source source) {}

  /// The next row; empty at the end of the file.
  ///
  /// @throws BrokenUploadException if the file breaks off; names the file and the row
  Optional<Row> next(Listener listener) throws IOException;

  /// The playlist that the rows are of; empty if they are plays.
  default Optional<ListName> playlist() {
    return Optional.empty();
  }
}
