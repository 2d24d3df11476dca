package io.chihiro.models;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// The store's twin in memory, for tests. Thread-safe.
public final class InMemoryModels implements ModelStore {
  private final Map<String, StoredModel> models = new TreeMap<>();
  private final Set<String> brought = new HashSet<>();

  /// Puts a version in; an encoder is made whenever one is asked for.
  public synchronized InMemoryModels put(
      String name, String version, Supplier<TextEncoder> encoder) {
    models.put(name + "/" + version, new Kept(encoder, Optional.empty()));
    return this;
  }

  /// Puts a version in that is no encoder but files in a folder.
  public synchronized InMemoryModels put(String name, String version, Path folder) {
    models.put(name + "/" + version, new Kept(InMemoryModels::noEncoder, Optional.of(folder)));
    return this;
  }

  /// Says of a version that it was brought from elsewhere.
  public synchronized InMemoryModels brought(String name, String version) {
    brought.add(name + "/" + version);
    return this;
  }

  @Override
  public synchronized void release(BiPredicate<String, String> held) {
    models
        .keySet()
        .removeIf(
            place -> {
              String[] parts = place.split("/", 2);
              return brought.contains(place) && !held.test(parts[0], parts[1]);
            });
  }

  private static TextEncoder noEncoder() {
    throw new IllegalStateException("this version is no encoder");
  }

  @Override
  public synchronized StoredModel find(String name, String version) {
    String place = name + "/" + version;
    return Optional.ofNullable(models.get(place))
        .orElseThrow(() -> new IllegalStateException(place + "/model.json is missing"));
  }

  private record Kept(Supplier<TextEncoder> encoder, Optional<Path> folder) implements StoredModel {
    @Override
    public TextEncoder days(int threads, TextEncoder base) {
      return encoder.get();
    }

    @Override
    public TextEncoder queries(int threads, TextEncoder base) {
      return encoder.get();
    }

    @Override
    public Path file(String name) {
      return folder.orElseThrow().resolve(name);
    }
  }
}
