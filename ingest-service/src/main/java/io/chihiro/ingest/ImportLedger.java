package io.chihiro.ingest;

import io.chihiro.ingest.history.CsvMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Every import of plays and how far it is.
final class ImportLedger extends UploadLedger<PlayImport> {
  /// A ledger that knows of no import yet; see [#read].
  ImportLedger(Path folder) {
    super(folder, PlayImport.class);
  }

  /// Reads what is there.
  ImportLedger read() {
    readAll();
    return this;
  }

  /// Takes an upload over: the file is moved.
  PlayImport open(String user, String file, Path upload, Instant now) throws IOException {
    return open(user, file, upload, now, Optional.empty());
  }

  /// Takes over an upload that holds a table.
  PlayImport open(String user, String file, Path upload, Instant now, Optional<CsvMapping> mapping)
      throws IOException {
    String id = UUID.randomUUID().toString();
    return take(PlayImport.waiting(id, user, file, now, mapping), upload);
  }
}
