package io.chihiro.ingest;

import java.time.Instant;

/// One uploaded file on its way in, whatever it holds.
interface Upload {
  /// Names it in the API and in the ledger.
  String id();

  /// Whose it is.
  String user();

  /// What the owner called it.
  String file();

  /// When it was uploaded.
  Instant at();

  /// How far it is.
  ImportStatus status();
}
