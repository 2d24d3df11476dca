package io.chihiro.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The twin of a folder.
final class InMemoryScratch implements Scratch {
  private final Map<String, String> texts = new HashMap<>();

  @Override
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  @Override
  public void put(String key, String text) {
    texts.put(key, text);
  }

  @Override
  public void remove(String key) {
    texts.remove(key);
  }

  @Override
  public void close() {
    texts.clear();
  }
}
