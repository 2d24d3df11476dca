package io.chihiro.ingest.source;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The ledger's twin in memory, for tests. Thread-safe.
public final class InMemoryConnections implements Connections {
  private final TreeMap<String, Connection> connections = new TreeMap<>();

  @Override
  public synchronized Optional<Connection> find(String user, LiveSource source) {
    return Optional.ofNullable(connections.get(key(user, source)));
  }

  @Override
  public synchronized Connection update(
      String user, LiveSource source, UnaryOperator<Connection> change) {
    Connection before = find(user, source).orElseGet(() -> Connection.none(user, source));
    Connection after = change.apply(before);
    connections.put(key(user, source), after);
    return after;
  }

  @Override
  public synchronized List<Connection> all() {
    return List.copyOf(connections.values());
  }

  private static String key(String user, LiveSource source) {
    return user + "/" + source.id();
  }
}
