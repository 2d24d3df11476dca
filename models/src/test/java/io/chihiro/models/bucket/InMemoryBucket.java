package io.chihiro.models.bucket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A bucket without a server; it counts what was read, and refuses to write when told so.
final class InMemoryBucket implements ModelBucket {
  private final NavigableMap<String, byte[]> files = new TreeMap<>();
  private int reads;
  private boolean full;

  @Override
  public String name() {
    return "in-memory";
  }

  @Override
  public List<String> keys(String prefix) {
    return files.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public void get(String key, Path to) throws IOException {
    byte[] bytes = files.get(key);
    if (bytes == null) {
      throw new IOException("the bucket in-memory holds no " + key);
    }
    reads++;
    Files.write(to, bytes);
  }

  @Override
  public void put(String key, Path from) throws IOException {
    if (full) {
      throw new IOException("the bucket in-memory is full");
    }
    files.put(key, Files.readAllBytes(from));
  }

  @Override
  public void delete(String key) {
    files.remove(key);
  }

  int reads() {
    return reads;
  }

  void fill() {
    full = true;
  }
}
