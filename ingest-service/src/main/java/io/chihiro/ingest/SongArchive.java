package io.chihiro.ingest;

/// What of a user's songs is known already.
interface SongArchive {
  /// Everything there is; the caller closes it.
  KnownSongs known(String user) throws InterruptedException;
}
