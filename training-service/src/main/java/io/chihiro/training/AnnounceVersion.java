package io.chihiro.training;

import io.chihiro.events.ModelTrained;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.GrowingStore;
import io.chihiro.training.Registry.Judged;
import io.chihiro.training.trainer.Trainers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// `a judged version → MODELS`; versions that it makes superfluous give their place back.
final class AnnounceVersion {
  private static final Logger LOG = Logger.getLogger(AnnounceVersion.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final TrainingTables tables;
  private final GrowingStore store;
  private final InstantSource clock;

  AnnounceVersion(TrainingTables tables, GrowingStore store, InstantSource clock) {
    this.tables = tables;
    this.store = store;
    this.clock = clock;
  }

  /// What a version is called that is trained now.
  static String name(Trainers model, Instant now) {
    return model.model() + "-" + STAMP.format(now);
  }

  /// Announces a version that lies in the store.
  ///
  /// @return what became of it, as a sentence
  String announce(Judged judged) {
    return announce(judged, () -> true).orElseThrow();
  }

  /// Announces a version that lies in the store, unless that may not be any more.
  ///
  /// @param mayStill asked when nothing else can be announced or withdrawn in between
  /// @return what became of it, as a sentence; empty if it may not be announced
  Optional<String> announce(Judged judged, BooleanSupplier mayStill) {
    Optional<ModelTrained> told =
        tables.announce(
            registry ->
                mayStill.getAsBoolean()
                    ? Optional.of(registry.after(judged, clock.instant()))
                    : Optional.empty());
    told.ifPresent(this::forgetOld);
    return told.map(ModelTrained::reason);
  }

  private void forgetOld(ModelTrained model) {
    try {
      new OldVersions(store).forget(model);
    } catch (IOException | BrokenModelException e) {
      LOG.warnf("old versions of %s keep their place: %s", model.name(), e.getMessage());
    }
  }
}
