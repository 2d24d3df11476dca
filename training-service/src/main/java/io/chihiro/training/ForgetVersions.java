package io.chihiro.training;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.GrowingStore;
import io.chihiro.training.trainer.Teaching.OfAnnotations;
import io.chihiro.training.trainer.Teaching.OfDays;
import io.chihiro.training.trainer.Teaching.OfSessions;
import io.chihiro.training.trainer.Trainers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    Set<Trainers> again =
        new LinkedHashSet<>(training.giveUp().flatMap(Trainers::of).stream().toList());
    again.addAll(served(wanted));
    int dropped = 0;
    for (Trainers each : Trainers.values()) {
      dropped += drop(each, wanted);
    }
    return List.of(new Removed("versions of models", dropped, trainAnew(again)));
  }

  // Models that answer by a version which goes: those who name none, and those who ask about songs.
  private List<Trainers> served(Wanted wanted) {
    Registry registry = tables.registry();
    String moods = registry.servingNow().name();
    return Stream.of(Trainers.values())
        .filter(each -> each.model().equals(moods) || isAskedAboutSongs(each))
        .filter(
            each ->
                registry
                    .find(each.model())
                    .flatMap(ModelTrained::serving)
                    .filter(learned(each, wanted))
                    .isPresent())
        .toList();
  }

  private static boolean isAskedAboutSongs(Trainers model) {
    return model.kind() == Kind.SONGS || model.kind() == Kind.LINES;
  }

  private int drop(Trainers model, Wanted wanted) throws IOException {
    Predicate<String> going = learned(model, wanted);
    tables.withdraw(model.model(), going);
    return store.erase(model.model(), going);
  }

  // What learns from plays or annotations alone knows nothing of what was written.
  private Predicate<String> learned(Trainers model, Wanted wanted) {
    Path versions = store.folder().resolve(model.model());
    return switch (model.teaching()) {
      case OfDays _ -> version -> isOf(versions.resolve(version), wanted);
      case OfSessions() ->
          version ->
              (wanted.everything() || wanted.plays()) && isOf(versions.resolve(version), wanted);
      case OfAnnotations() -> _ -> wanted.everything();
    };
  }

  private static boolean isOf(Path version, Wanted wanted) {
    return wanted.everything() || LearnedDays.anyOf(version, wanted.days());
  }

  // One is trained at a time; the others come by the schedule.
  private Optional<String> trainAnew(Set<Trainers> models) {
    List<String> sentences = models.stream().map(this::trainAnew).toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private String trainAnew(Trainers model) {
    try {
      training.begin(model);
      return model.model() + " is trained anew without it; " + until(model);
    } catch (RefusedException e) {
      return model.model() + " is not trained anew: " + e.detail();
    }
  }

  private static String until(Trainers model) {
    return switch (model.teaching()) {
      case OfDays _ -> "until then the encoder answers that ships with the program.";
      case OfSessions() -> "until then nothing tells which songs live together.";
      case OfAnnotations() ->
          "until then lines are looked for with the encoder that ships with the program.";
    };
  }
}
