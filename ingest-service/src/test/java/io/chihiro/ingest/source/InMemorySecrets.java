package io.chihiro.ingest.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The twin in memory, for tests. Thread-safe.
public final class InMemorySecrets implements Secrets {
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  @Override
  public void keep(String user, LiveSource source, String secret) {
    secrets.put(user + "/" + source.id(), secret);
  }

  @Override
  public Optional<String> find(String user, LiveSource source) {
    return Optional.ofNullable(secrets.get(user + "/" + source.id()));
  }

  @Override
  public void forget(String user, LiveSource source) {
    secrets.remove(user + "/" + source.id());
  }
}
