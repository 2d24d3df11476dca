package io.chihiro.ingest.source;

class InMemoryConnectionsTest extends ConnectionsContract {
  private final Connections connections = new InMemoryConnections();

  @Override
  Connections connections() {
    return connections;
  }

  @Override
  Connections reopened() {
    return connections;
  }
}
