package io.chihiro.ingest;

import io.chihiro.ingest.catalogue.CatalogueMapping;
import java.time.Instant;

/// One uploaded catalogue on its way into the songs.
///
/// @param id names it in the API and in the ledger
/// @param user whose songs they are
/// @param file what the owner called it
/// @param at when it was uploaded
/// @param status how far it is
/// @param message a sentence for the owner
/// @param account where every row and all lyrics went, up to the rows that are safe
/// @param mapping of its columns
public record SongImport(
    String id,
    String user,
    String file,
    Instant at,
    ImportStatus status,
    String message,
    CatalogueAccount account,
    CatalogueMapping mapping)
    implements Upload {

  static SongImport waiting(
      String id, String user, String file, Instant at, CatalogueMapping mapping) {
    return new SongImport(
        id,
        user,
        file,
        at,
        ImportStatus.WAITING,
        "Waiting its turn.",
        CatalogueAccount.EMPTY,
        mapping);
  }

  SongImport with(ImportStatus next, String sentence, CatalogueAccount counted) {
    return new SongImport(id, user, file, at, next, sentence, counted, mapping);
  }
}
