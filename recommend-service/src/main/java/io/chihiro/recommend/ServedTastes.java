package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.ModelStore;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.recommend.ServedVersion.Opened;
import java.util.Optional;
import java.util.function.Supplier;

/// What people like one love, by the version that was promoted last: in memory as long as the
/// records say that it answers, and asked only while they do. Thread-safe.
final class ServedTastes {
  private final Supplier<ModelRegistry> models;
  private final ServedVersion<SharedTastes> version;

  ServedTastes(Supplier<ModelRegistry> models, ModelStore store) {
    this.models = models;
    this.version =
        new ServedVersion<>(
            SharedTastes.NAME,
            models,
            store,
            found ->
                SharedTastes.read(
                    found.file(SharedTastes.SONGS), found.file(SharedTastes.WEIGHTS)));
  }

  /// Gets ready for what the records ask for now.
  void settle() {
    version.settle();
  }

  /// What is wrong with the version that is wanted.
  Optional<String> problem() {
    return version.problem();
  }

  /// The version that answers, if one does. One that was withdrawn a moment ago does not.
  Optional<Opened<SharedTastes>> serving() {
    return version.answering();
  }

  /// What answers.
  ///
  /// @param agreeing how many agree to be learned from
  /// @throws RefusedException if nothing does, with why
  Opened<SharedTastes> ask(int agreeing) {
    return serving().orElseThrow(() -> RefusedException.conflict(nothing(agreeing)));
  }

  /// Why nothing answers.
  ///
  /// @param agreeing how many agree to be learned from
  String nothing(int agreeing) {
    return problem().orElseGet(() -> company(agreeing) + " " + lastTraining(agreeing)).strip();
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
