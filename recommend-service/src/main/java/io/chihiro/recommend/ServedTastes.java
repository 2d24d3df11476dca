package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.ModelStore;
import io.chihiro.models.ModelStore.StoredModel;
import io.chihiro.models.tastes.SharedTastes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// What people like one love, by the version that was promoted last: in memory as long as the
/// records say that it answers, and asked only while they do. Thread-safe.
final class ServedTastes {
  private static final Logger LOG = Logger.getLogger(ServedTastes.class);

  private final Supplier<ModelRegistry> models;
  private final ModelStore store;
  private volatile Optional<Opened> open = Optional.empty();
  private volatile Optional<String> problem = Optional.empty();

  /// A version that can be asked.
  record Opened(String version, SharedTastes tastes) {}

  ServedTastes(Supplier<ModelRegistry> models, ModelStore store) {
    this.models = models;
    this.store = store;
  }

  /// Gets ready for what the records ask for now. What they do not name any more is let go of at
  /// once: somebody it learned from may have withdrawn.
  void settle() {
    Optional<Version> wanted = wanted();
    if (open.map(Opened::version).equals(wanted.map(Version::version))) {
      // Whatever was wrong was of a version that is not wanted any more, or is mended.
      problem = Optional.empty();
      return;
    }
    open = wanted.flatMap(this::opened);
    problem =
        wanted
            .filter(_ -> open.isEmpty())
            .map(
                version ->
                    "Version %s of %s is not used: its files cannot be read."
                        .formatted(version.version(), version.name()));
    problem.ifPresent(LOG::error);
  }

  private Optional<Version> wanted() {
    return models.get().named(SharedTastes.NAME);
  }

  private Optional<Opened> opened(Version version) {
    try {
      StoredModel found = store.find(version.name(), version.version());
      return Optional.of(
          new Opened(
              version.version(),
              SharedTastes.read(found.file(SharedTastes.SONGS), found.file(SharedTastes.WEIGHTS))));
    } catch (RuntimeException e) {
      LOG.errorf("%s cannot be opened: %s", version.version(), e.getMessage());
      return Optional.empty();
    }
  }

  /// What is wrong with the version that is wanted.
  Optional<String> problem() {
    return problem;
  }

  /// The version that answers, if one does. One that was withdrawn a moment ago does not.
  Optional<Opened> serving() {
    Optional<String> wanted = wanted().map(Version::version);
    return open.filter(opened -> wanted.equals(Optional.of(opened.version())));
  }

  /// What answers.
  ///
  /// @param agreeing how many agree to be learned from
  /// @throws RefusedException if nothing does, with why
  Opened ask(int agreeing) {
    return serving().orElseThrow(() -> RefusedException.conflict(nothing(agreeing)));
  }

  /// Why nothing answers.
  ///
  /// @param agreeing how many agree to be learned from
  String nothing(int agreeing) {
    return problem.orElseGet(() -> company(agreeing) + " " + lastTraining(agreeing)).strip();
  }

  private static String company(int agreeing) {
    String people =
        switch (agreeing) {
          case 0 -> "nobody here agrees yet";
          case 1 -> "one person here agrees";
          default -> agreeing + " people here agree";
        };
    return "This needs company: %s, and it takes %d.".formatted(people, SharedTastes.FEWEST_PEOPLE);
  }

  private String lastTraining(int agreeing) {
    if (agreeing < SharedTastes.FEWEST_PEOPLE) {
      return "";
    }
    return models.get().models().stream()
        .filter(model -> model.name().equals(SharedTastes.NAME))
        .findFirst()
        .map(ModelTrained::reason)
        .orElse("It has not been learned from them yet: the owner trains the model tastes.");
  }
}
