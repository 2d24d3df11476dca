package io.chihiro.ingest;

import io.chihiro.ingest.history.CsvMapping;
import java.time.Instant;
import java.util.Optional;

/// One uploaded file on its way into the plays.
///
/// @param id names it in the API and in the ledger
/// @param user whose plays they are
/// @param file what the owner called it
/// @param at when it was uploaded
/// @param status how far it is
/// @param message a sentence for the owner
/// @param account where every row went
/// @param rowsSafe rows that need not be written again after a kill
/// @param mapping of the columns, if it is a table that needs one
public record PlayImport(
    String id,
    String user,
    String file,
    Instant at,
    ImportStatus status,
    String message,
    ImportAccount account,
    long rowsSafe,
    Optional<CsvMapping> mapping)
    implements Upload {

  static PlayImport waiting(
      String id, String user, String file, Instant at, Optional<CsvMapping> mapping) {
    return new PlayImport(
        id,
        user,
        file,
        at,
        ImportStatus.WAITING,
        "Waiting its turn.",
        ImportAccount.EMPTY,
        0,
        mapping);
  }

  PlayImport with(ImportStatus next, String sentence, ImportAccount counted, long safe) {
    return new PlayImport(id, user, file, at, next, sentence, counted, safe, mapping);
  }
}
