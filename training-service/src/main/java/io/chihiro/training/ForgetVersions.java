package io.chihiro.training;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.training.trainer.Teaching.OfAnnotations;
import io.chihiro.training.trainer.Teaching.OfDays;
import io.chihiro.training.trainer.Teaching.OfSessions;
import io.chihiro.training.trainer.Teaching.OfTastes;
import io.chihiro.training.trainer.Trainers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Drops every version of a model that was made with something that is forgotten, and trains anew
/// what served. A version is announced no more before its files go.
@ApplicationScoped
public class ForgetVersions {
  private final TrainingTables tables;
  private final TrainModels training;
  private final TrainAgain again;
  private final GrowingStore store;

  public ForgetVersions(
      TrainingTables tables, TrainModels training, TrainAgain again, GrowingStore store) {
    this.tables = tables;
    this.training = training;
    this.again = again;
    this.store = store;
  }

  /// Drops them.
  ///
  /// @return nothing for somebody from whom no model has learned
  List<Removed> erase(String user, Wanted wanted) throws InterruptedException, IOException {
    if (!wanted.everything() && wanted.days().isEmpty()) {
      return List.of();
    }
    tables.awaitWritten();
    List<Trainers> concerned = concerned(user, wanted);
    Set<Trainers> anew =
        new LinkedHashSet<>(training.giveUp(concerned).flatMap(Trainers::of).stream().toList());
    anew.addAll(served(concerned, user, wanted));
    int dropped = 0;
    for (Trainers each : concerned) {
      dropped += drop(each, learned(each, user, wanted));
    }
    return anew.isEmpty() && dropped == 0 && !user.equals(Identity.OWNER)
        ? List.of()
        : List.of(new Removed("versions of models", dropped, trainAnew(anew)));
  }

  // From others than the owner only that is learned which they agree to.
  private static List<Trainers> concerned(String user, Wanted wanted) {
    boolean plays = wanted.everything() || wanted.plays();
    return Stream.of(Trainers.values())
        .filter(each -> each.teaching() instanceof OfTastes ? plays : user.equals(Identity.OWNER))
        .toList();
  }

  /// Drops every version that was made with somebody who does not agree to it any more.
  ///
  /// @return how many there were
  int eraseWithdrawn() throws IOException {
    Set<String> agreeing = tables.agreeing();
    Set<String> named = named();
    return drop(
        Trainers.TASTES,
        version ->
            people(version)
                .map(people -> !agreeing.containsAll(people))
                .orElse(named.contains(version)));
  }

  // Of a version that nobody can use any more, figures alone may be left in a bucket.
  private Set<String> named() {
    return tables.registry().find(SharedTastes.NAME).stream()
        .flatMap(
            model ->
                Stream.concat(Stream.of(model.version()), model.kept().stream().map(Kept::version)))
        .collect(Collectors.toSet());
  }

  private Optional<List<String>> people(String version) {
    Path folder = store.folder().resolve(SharedTastes.NAME).resolve(version);
    Optional<List<String>> here = LearnedPeople.of(folder);
    if (here.isPresent()) {
      return here;
    }
    try {
      return LearnedPeople.of(store.bring(SharedTastes.NAME, version).path());
    } catch (BrokenModelException _) {
      return Optional.empty();
    }
  }

  // Models that answer by a version which goes: those who name none, and those who ask about songs.
  private List<Trainers> served(List<Trainers> concerned, String user, Wanted wanted) {
    Registry registry = tables.registry();
    String moods = registry.servingNow().name();
    return concerned.stream()
        .filter(each -> each.model().equals(moods) || isAskedAboutSongs(each))
        .filter(
            each ->
                registry
                    .find(each.model())
                    .flatMap(ModelTrained::serving)
                    .filter(learned(each, user, wanted))
                    .isPresent())
        .toList();
  }

  private static boolean isAskedAboutSongs(Trainers model) {
    return model.kind() == Kind.SONGS || model.kind() == Kind.LINES;
  }

  private int drop(Trainers model, Predicate<String> going) throws IOException {
    tables.withdraw(model.model(), going);
    return store.erase(model.model(), going);
  }

  // What learns from plays or annotations alone knows nothing of what was written.
  private Predicate<String> learned(Trainers model, String user, Wanted wanted) {
    Path versions = store.folder().resolve(model.model());
    return switch (model.teaching()) {
      case OfDays _ -> version -> isOf(versions.resolve(version), wanted);
      case OfSessions() ->
          version ->
              (wanted.everything() || wanted.plays()) && isOf(versions.resolve(version), wanted);
      case OfTastes() ->
          version ->
              (wanted.everything() || wanted.plays())
                  && LearnedPeople.include(versions.resolve(version), user);
      case OfAnnotations() -> _ -> wanted.everything();
    };
  }

  private static boolean isOf(Path version, Wanted wanted) {
    return wanted.everything() || LearnedDays.anyOf(version, wanted.days());
  }

  // One is trained at a time; the others follow.
  private Optional<String> trainAnew(Set<Trainers> models) {
    List<String> sentences = models.stream().map(this::trainAnew).toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private String trainAnew(Trainers model) {
    try {
      again.train(model);
      return model.model() + " is trained anew without it; " + until(model);
    } catch (RefusedException e) {
      return model.model() + " is not trained anew: " + e.detail();
    }
  }

  private static String until(Trainers model) {
    return switch (model.teaching()) {
      case OfDays _ -> "until then the encoder answers that ships with the program.";
      case OfSessions() -> "until then nothing tells which songs live together.";
      case OfTastes() -> "until then nobody is answered from others' tastes.";
      case OfAnnotations() ->
          "until then lines are looked for with the encoder that ships with the program.";
    };
  }
}
