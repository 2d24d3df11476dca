package io.chihiro.ingest;

/// How far an import is.
public enum ImportStatus {
  WAITING,
  RUNNING,
  DONE,
  FAILED;

  /// Whether something is still to be done.
  public boolean open() {
    return this == WAITING || this == RUNNING;
  }
}
