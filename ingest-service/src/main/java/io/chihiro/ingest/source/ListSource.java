package io.chihiro.ingest.source;

/// A service that tells somebody's playlists.
@FunctionalInterface
public interface ListSource {
  /// Reads some of the lists that have changed, and hands them on.
  ///
  /// @return what is known now; looked at again soon if lists are left
  Outcome<Lists> read(Connection connection) throws InterruptedException;
}
