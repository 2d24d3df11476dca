package io.chihiro.ingest;

import java.util.Set;

/// Which plays of a user are stored already.
interface PlayArchive {
  /// Ids of the plays that some other import, or no import, has stored.
  Set<String> playsNotFrom(String user, String importId) throws InterruptedException;
}
