package io.chihiro.models;

import io.chihiro.models.SentenceEncoder.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// A model store that is a folder: `<folder>/<name>/<version>/`.
///
/// @param folder need not exist: nothing is found then
public record FolderStore(Path folder) implements GrowingStore {
  @Override
  public StoredModel find(String name, String version) {
    return found(bring(name, version));
  }

  /// A version that lies on this machine, ready to be used.
  public static StoredModel found(ModelFolder version) {
    return new Found(version);
  }

  @Override
  public ModelFolder bring(String name, String version) {
    return ModelFolder.read(folder.resolve(part(name)).resolve(part(version))).verify();
  }

  @Override
  public void take(ModelFolder version) {
    // It was written into this very folder.
  }

  @Override
  public void forget(ModelFolder version, Predicate<String> stays) throws IOException {
    version.forget(stays);
  }

  @Override
  public int erase(String name, Predicate<String> versions) throws IOException {
    return ModelFolder.erase(folder.resolve(part(name)), versions);
  }

  // A name that climbs out of the store names no model.
  private String part(String part) {
    if (!part.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new BrokenModelException("There is no model called so in " + folder);
    }
    return part;
  }

  private record Found(ModelFolder model) implements StoredModel {
    @Override
    public TextEncoder days(int threads, TextEncoder base) {
      return encoder(threads, Precision.FULL, base);
    }

    @Override
    public TextEncoder queries(int threads, TextEncoder base) {
      return model.card().queryStaysBase() && standsOn(base)
          ? base
          : encoder(threads, Precision.INT8, base);
    }

    @Override
    public Path file(String name) {
      return model.file(name);
    }

    private TextEncoder encoder(int threads, Precision precision, TextEncoder base) {
      return model.card().kind() == ModelCard.Kind.DENSE && standsOn(base)
          ? model.encoder(base)
          : model.encoder(threads, precision);
    }

    private boolean standsOn(TextEncoder base) {
      return model.card().base().equals(Optional.of(base.version()));
    }
  }
}
