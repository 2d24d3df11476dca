package io.chihiro.training;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.models.GrowingStore;
import io.chihiro.training.trainer.Trainers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Drops every version of a model that was made with something that is forgotten, and trains anew
/// what served. A version is announced no more before its files go.
@ApplicationScoped
public class ForgetVersions {
  private final TrainingTables tables;
  private final TrainModels training;
  private final GrowingStore store;

  public ForgetVersions(TrainingTables tables, TrainModels training, GrowingStore store) {
    this.tables = tables;
    this.training = training;
    this.store = store;
  }

  /// Drops them.
  ///
  /// @return nothing for somebody from whose days no model learns
  List<Removed> erase(String user, Wanted wanted) throws InterruptedException, IOException {
    if (!user.equals(Identity.OWNER) || (!wanted.everything() && wanted.days().isEmpty())) {
      return List.of();
    }
    tables.awaitWritten();
    Optional<String> again = training.giveUp().or(() -> served(wanted));
    int dropped = 0;
    for (Trainers each : Trainers.values()) {
      dropped += drop(each.model(), wanted);
    }
    Optional<String> next = dropped == 0 ? Optional.empty() : again.map(this::trainAnew);
    return List.of(new Removed("versions of models", dropped, next));
  }

  // The model that answers those who name none, if its version goes.
  private Optional<String> served(Wanted wanted) {
    ModelRegistry.Version serving = tables.registry().servingNow();
    return Optional.of(serving.name())
        .filter(name -> Trainers.of(name).isPresent())
        .filter(name -> learned(name, wanted).test(serving.version()));
  }

  private int drop(String model, Wanted wanted) throws IOException {
    Predicate<String> going = learned(model, wanted);
    tables.withdraw(model, going);
    return store.erase(model, going);
  }

  private Predicate<String> learned(String model, Wanted wanted) {
    Path versions = store.folder().resolve(model);
    return version ->
        wanted.everything() || LearnedDays.anyOf(versions.resolve(version), wanted.days());
  }

  private String trainAnew(String model) {
    try {
      Trainers.of(model).ifPresent(training::begin);
      return model
          + " is trained anew without it; until then the encoder answers that ships with"
          + " the program.";
    } catch (RefusedException e) {
      return model + " is not trained anew: " + e.detail();
    }
  }
}
