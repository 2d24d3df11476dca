package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.tastes.SharedTastes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// `pin, unpin, rollback → MODELS`: what the owner decides, and no training.
@ApplicationScoped
public class ChooseModels {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private final TrainingTables tables;
  private final GrowingStore store;
  private final InstantSource clock;

  public ChooseModels(TrainingTables tables, GrowingStore store, InstantSource clock) {
    this.tables = tables;
    this.store = store;
    this.clock = clock;
  }

  Registry registry() {
    return tables.registry();
  }

  /// The record whose newest version this is.
  Optional<ModelTrained> record(String name, String version) {
    return registry().find(name).filter(model -> model.version().equals(version));
  }

  /// A file of a version, if it is in the store.
  Optional<Path> file(String name, String version, String file) {
    return folder(name, version).map(folder -> folder.resolve(file)).filter(Files::isRegularFile);
  }

  // A name that climbs out of the store names nothing.
  private Optional<Path> folder(String name, String version) {
    return name.matches(NAME) && version.matches(NAME)
        ? Optional.of(store.folder().resolve(name).resolve(version)).filter(Files::isDirectory)
        : Optional.empty();
  }

  /// Lets a version serve, even one that the gate refused.
  ModelTrained pin(String name, String version) {
    Instant trainedAt = trainedAt(name, version);
    String where = name.equals(SentenceEncoder.NAME) ? "built-in" : name + "/" + version;
    return tables
        .announce(
            registry ->
                registry
                    .find(name)
                    .filter(ChooseModels::isOwners)
                    .map(model -> registry.pin(model, version, where, trainedAt, clock.instant())))
        .orElseThrow(ChooseModels::absent);
  }

  // What counts words always answers; what many taught answers others, who rely on its gate.
  private static boolean isOwners(ModelTrained model) {
    return !model.kind().isBaseline() && !model.name().equals(SharedTastes.NAME);
  }

  private Instant trainedAt(String name, String version) {
    if (name.equals(SentenceEncoder.NAME) && version.equals(SentenceEncoder.VERSION)) {
      return clock.instant();
    }
    try {
      return store.bring(name, version).card().trainedAt();
    } catch (BrokenModelException e) {
      Path _ = folder(name, version).orElseThrow(ChooseModels::absent);
      throw RefusedException.unusable(
          "This version cannot serve: %s. What serves goes on serving.".formatted(e.getMessage()));
    }
  }

  ModelTrained unpin(String name, String version) {
    return tables
        .announce(
            registry ->
                registry
                    .find(name)
                    .filter(ModelTrained::pinned)
                    .filter(model -> model.serving().equals(Optional.of(version)))
                    .map(Registry::unpin))
        .orElseThrow(() -> RefusedException.notFound("This version is not pinned."));
  }

  ModelTrained rollback() {
    return tables
        .announce(registry -> registry.rollback(clock.instant()))
        .orElseThrow(
            () ->
                RefusedException.conflict(
                    "There is nothing to go back to: the built-in encoder serves."));
  }

  private static RefusedException absent() {
    return RefusedException.notFound("There is no such model or version that could serve.");
  }
}
