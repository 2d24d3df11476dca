package io.chihiro.ingest.source;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every connection, kept safe over restarts.
public interface Connections {
  /// A connection, unless there never was one.
  Optional<Connection> find(String user, LiveSource source);

  /// Changes a connection and returns when the change is safe; nobody else changes it meanwhile.
  Connection update(String user, LiveSource source, UnaryOperator<Connection> change);

  /// Every connection of everyone.
  List<Connection> all();
}
