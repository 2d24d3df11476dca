package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Who answers whom: of the versions that the models' records ask for, those whose encoder is open
/// and whose days are complete for the user who asks. Thread-safe.
///
/// Everything an answer needs is chosen at once, so that no answer mixes two versions.
final class ServedModels {
  /// What is chosen for those who name no model.
  static final String UNNAMED = "";

  private static final Duration STAYS = Duration.ofMinutes(10);

  private final Supplier<ModelRegistry> models;
  private final QueryEncoders encoders;
  private final HotLives lives;
  private final InstantSource clock;

  /// What one answer is made from.
  ///
  /// @param encoder what the mood is encoded with
  /// @param days under this version and no other
  record Chosen(String name, String version, TextEncoder encoder, IndexedDays days) {}

  /// A model that can be asked by name.
  ///
  /// @param serving whether it answers those who name none
  record Askable(String model, String modelVersion, boolean serving) {}

  ServedModels(
      Supplier<ModelRegistry> models, QueryEncoders encoders, HotLives lives, InstantSource clock) {
    this.models = models;
    this.encoders = encoders;
    this.lives = lives;
    this.clock = clock;
  }

  /// Gets ready for what the records ask for now: encoders are opened and days taken into memory
  /// before anybody is answered by them.
  void settle() {
    ModelRegistry registry = models.get();
    encoders.keepOnly(registry.encoders());
    for (Version version : registry.order()) {
      if (encoders.open(version).isPresent() && everybodyHas(version)) {
        return;
      }
    }
  }

  private boolean everybodyHas(Version version) {
    Set<String> users = lives.users();
    users.stream()
        .filter(ServedModels::isLearnedFrom)
        .forEach(user -> lives.hold(user, version.version()));
    return users.stream()
        .filter(ServedModels::isLearnedFrom)
        .allMatch(user -> serving(user).version().equals(version.version()));
  }

  /// What was learned from a diary answers its writer alone; everybody else has the base.
  private static boolean isLearnedFrom(String user) {
    return user.equals(Identity.OWNER);
  }

  /// Lets go of what is not needed any more.
  void letGo() {
    encoders.closeRetired();
    Instant since = clock.instant().minus(STAYS);
    Set<String> wanted = new HashSet<>();
    models.get().order().stream().limit(1).map(Version::version).forEach(wanted::add);
    for (Life life : lives.all()) {
      Set<String> needed = new HashSet<>(wanted);
      needed.add(life.answering(UNNAMED).orElse(SentenceEncoder.VERSION));
      life.letGo(needed, since);
    }
  }

  /// When a version was trained; empty for what ships with the program.
  Optional<Instant> trainedAt(Chosen chosen) {
    return models.get().models().stream()
        .filter(model -> model.name().equals(chosen.name()))
        .flatMap(model -> model.kept().stream())
        .filter(kept -> kept.version().equals(chosen.version()))
        .filter(_ -> !chosen.version().equals(SentenceEncoder.VERSION))
        .map(Kept::trainedAt)
        .findFirst();
  }

  /// What answers a user who names no model.
  Chosen serving(String user) {
    List<Version> order = new ArrayList<>();
    if (isLearnedFrom(user)) {
      order.addAll(models.get().order());
    }
    order.removeIf(version -> encoders.opened(version).isEmpty());
    order.add(base());
    return choose(user, UNNAMED, order).orElseGet(() -> chosen(user, base(), encoders.base()));
  }

  /// What answers a user who names a model.
  ///
  /// @throws RefusedException if it is not ready for this user
  Chosen named(String user, String name) {
    if (name.equals(SentenceEncoder.NAME)) {
      return chosen(user, base(), encoders.base());
    }
    List<Version> order = new ArrayList<>();
    for (Version version : isLearnedFrom(user) ? versions(name) : List.<Version>of()) {
      // One that is further down is opened only if it is needed.
      encoders.open(version).ifPresent(_ -> order.add(version));
      Optional<Chosen> chosen = choose(user, name, order);
      if (chosen.isPresent()) {
        return chosen.get();
      }
    }
    throw notReady(name);
  }

  /// Models that have vectors and can be asked by name.
  List<Askable> askable(String user) {
    String serving = serving(user).name();
    List<Askable> askable = new ArrayList<>();
    for (ModelTrained model :
        isLearnedFrom(user) ? models.get().models() : List.<ModelTrained>of()) {
      if (model.kind().hasVectors() && !model.name().equals(SentenceEncoder.NAME)) {
        model
            .serving()
            .map(version -> new Askable(model.name(), version, model.name().equals(serving)))
            .ifPresent(askable::add);
      }
    }
    askable.add(
        new Askable(
            SentenceEncoder.NAME, SentenceEncoder.VERSION, SentenceEncoder.NAME.equals(serving)));
    return askable;
  }

  /// The encoders that may answer a user, by the model's name, the base first; one that cannot be
  /// opened is left out.
  Map<String, TextEncoder> encoders(String user) {
    Map<String, TextEncoder> all = new LinkedHashMap<>();
    all.put(SentenceEncoder.NAME, encoders.base());
    for (Askable each : askable(user)) {
      encoders
          .open(new Version(each.model(), each.modelVersion()))
          .ifPresent(encoder -> all.putIfAbsent(each.model(), encoder));
    }
    return all;
  }

  private Optional<Chosen> choose(String user, String question, List<Version> order) {
    List<String> versions = order.stream().map(Version::version).toList();
    return lives
        .choose(user, question, versions)
        .map(version -> order.get(versions.indexOf(version)))
        .flatMap(
            version -> encoders.opened(version).map(encoder -> chosen(user, version, encoder)));
  }

  private Chosen chosen(String user, Version version, TextEncoder encoder) {
    lives.of(user).ask(version.version(), clock.instant());
    lives.hold(user, version.version());
    IndexedDays days = lives.of(user).days(version.version());
    return new Chosen(version.name(), version.version(), encoder, days);
  }

  private List<Version> versions(String name) {
    return models.get().models().stream()
        .filter(model -> model.name().equals(name) && model.kind().hasVectors())
        .flatMap(ServedModels::versions)
        .distinct()
        .toList();
  }

  private static Stream<Version> versions(ModelTrained model) {
    return Stream.concat(model.serving().stream(), model.kept().stream().map(Kept::version))
        .map(version -> new Version(model.name(), version));
  }

  private static Version base() {
    return new Version(SentenceEncoder.NAME, SentenceEncoder.VERSION);
  }

  private static RefusedException notReady(String name) {
    return RefusedException.notNow(
        "The model \"" + name + "\" does not know all of your days yet; ask again in a while.");
  }
}
