package io.chihiro.ingest;

import io.chihiro.ingest.catalogue.CatalogueMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// Every import of a catalogue and how far it is.
final class SongImportLedger extends UploadLedger<SongImport> {
  /// A ledger that knows of no import yet; see [#read].
  SongImportLedger(Path folder) {
    super(folder, SongImport.class);
  }

  /// Reads what is there.
  SongImportLedger read() {
    readAll();
    return this;
  }

  /// Takes an upload over: the file is moved.
  SongImport open(String user, String file, Path upload, Instant now, CatalogueMapping mapping)
      throws IOException {
    String id = UUID.randomUUID().toString();
    return take(SongImport.waiting(id, user, file, now, mapping), upload);
  }
}
