package io.chihiro.ingest.source;

/// Asks a source once.
@FunctionalInterface
public interface Poll {
  /// Asks, stores what is new, and returns the connection as it is now.
  Connection poll(Connection connection) throws InterruptedException;
}
