package io.chihiro.ingest;

/// Which plays of a user are stored already.
interface PlayArchive {
  /// Ids of the plays that some other import, or no import, has stored.
  PlayIds playsNotFrom(String user, String importId) throws InterruptedException;
}
