package io.chihiro.training;

import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.ModelCard;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.training.trainer.Trainers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the models' records change; every change is one record. Pure.
///
/// @param models at most one record a name
/// @param mostKept versions of one model whose files and vectors stay
record Registry(List<ModelTrained> models, int mostKept) {
  private static final Comparator<Kept> NEWEST_FIRST =
      Comparator.comparing(Kept::trainedAt).reversed();

  /// A version that was trained and judged.
  ///
  /// @param promoted whether the gate let it through
  record Judged(
      String name,
      String version,
      String where,
      Instant at,
      Kind kind,
      Map<String, Double> metrics,
      boolean promoted,
      String reason) {
    /// One that lies in the store.
    ///
    /// @param took from when its training began until now
    static Judged of(
        Trainers model,
        ModelCard card,
        Map<String, Double> measured,
        Duration took,
        boolean promoted,
        String reason) {
      Map<String, Double> metrics = new TreeMap<>(measured);
      metrics.put("seconds", (double) took.toSeconds());
      return new Judged(
          model.model(),
          card.version(),
          model.model() + "/" + card.version(),
          card.trainedAt(),
          model.kind(),
          metrics,
          promoted,
          reason);
    }

    Kept kept() {
      return new Kept(version, where, at);
    }
  }

  /// The record of a model after one of its versions was judged.
  ModelTrained after(Judged judged, Instant now) {
    Optional<ModelTrained> before = find(judged.name());
    if (!judged.promoted() || judged.kind().isBaseline()) {
      return told(judged, before, judged.reason());
    }
    List<Kept> kept = kept(before, judged.kept());
    Optional<ModelTrained> pinned = pinnedFor(judged);
    if (pinned.isPresent()) {
      String reason =
          "%s %s is pinned and goes on serving."
              .formatted(judged.reason(), pinned.get().serving().orElse(pinned.get().name()));
      return with(told(judged, before, reason), kept);
    }
    return serving(with(told(judged, before, judged.reason()), kept), judged.version(), now)
        .build();
  }

  // Whoever is pinned for moods keeps them; what is asked about songs is pinned for itself alone.
  private Optional<ModelTrained> pinnedFor(Judged judged) {
    return models.stream()
        .filter(ModelTrained::pinned)
        .filter(
            model ->
                judged.kind().hasVectors()
                    ? model.kind().hasVectors()
                    : model.name().equals(judged.name()))
        .findFirst();
  }

  // What serves stays as it is; what is plain always answers whoever names it.
  private static ModelTrained told(Judged judged, Optional<ModelTrained> before, String reason) {
    boolean plain = judged.kind().isBaseline();
    return new ModelTrained(
        judged.name(),
        judged.version(),
        judged.where(),
        judged.at(),
        judged.metrics(),
        judged.promoted(),
        reason,
        judged.kind(),
        plain ? Optional.of(judged.version()) : before.flatMap(ModelTrained::serving),
        before.flatMap(ModelTrained::servingSince),
        before.map(ModelTrained::pinned).orElse(false),
        plain ? List.of(judged.kept()) : before.map(ModelTrained::kept).orElse(List.of()));
  }

  /// The version that the owner has chosen serves, and no training changes that.
  ///
  /// @param where its place in the store
  ModelTrained pin(ModelTrained model, String version, String where, Instant at, Instant now) {
    List<Kept> kept =
        model.kept().stream().anyMatch(each -> each.version().equals(version))
            ? model.kept()
            : kept(Optional.of(model), new Kept(version, where, at));
    return serving(with(model, kept), version, now).pinned(true).build();
  }

  /// Trainings may change again what serves.
  static ModelTrained unpin(ModelTrained model) {
    return new Change(model).pinned(false).build();
  }

  /// What is left of a model without some of its versions; empty if none is left.
  static Optional<ModelTrained> without(ModelTrained model, Predicate<String> versions) {
    List<Kept> kept = model.kept().stream().filter(each -> !versions.test(each.version())).toList();
    boolean stays = !versions.test(model.version());
    if (!stays && kept.isEmpty()) {
      return Optional.empty();
    }
    ModelTrained newest = stays ? model : ofOlder(model, kept.getFirst());
    boolean serves = model.serving().filter(versions.negate()).isPresent();
    Change change = new Change(newest).kept(kept);
    return Optional.of(serves ? change.build() : change.servingNone().build());
  }

  private static ModelTrained ofOlder(ModelTrained model, Kept older) {
    return new ModelTrained(
        model.name(),
        older.version(),
        older.where(),
        older.trainedAt(),
        Map.of(),
        true,
        "Later versions learned from something that was forgotten.",
        model.kind(),
        model.serving(),
        model.servingSince(),
        model.pinned(),
        model.kept());
  }

  /// Back to what served before: an older kept version of the same model, else whoever comes next.
  ///
  /// @return empty if only the encoder that ships with the program is left
  Optional<ModelTrained> rollback(Instant now) {
    return new ModelRegistry(models)
        .models().stream()
            .filter(model -> model.servingSince().isPresent())
            .findFirst()
            .map(model -> back(model, now));
  }

  private static ModelTrained back(ModelTrained model, Instant now) {
    Optional<Kept> before = older(model);
    return before
        .map(kept -> new Change(model).serving(kept.version(), Optional.of(now)))
        .orElseGet(() -> new Change(model).since(Optional.empty()))
        .pinned(false)
        .build();
  }

  private static Optional<Kept> older(ModelTrained model) {
    List<Kept> kept = model.kept().stream().sorted(NEWEST_FIRST).toList();
    List<String> versions = kept.stream().map(Kept::version).toList();
    int place = versions.indexOf(model.serving().orElse(""));
    return place < 0 || place + 1 >= kept.size()
        ? Optional.empty()
        : Optional.of(kept.get(place + 1));
  }

  /// A record measured anew without touching who serves.
  ModelTrained measuredAgain(ModelTrained fresh) {
    Optional<ModelTrained> before = find(fresh.name());
    return before
        .map(model -> new Change(fresh).since(model.servingSince()).pinned(model.pinned()).build())
        .orElse(fresh);
  }

  /// Who answers those who name no model.
  ModelRegistry.Version servingNow() {
    return new ModelRegistry(models)
        .order().stream()
            .findFirst()
            .orElse(new ModelRegistry.Version(SentenceEncoder.NAME, SentenceEncoder.VERSION));
  }

  Optional<ModelTrained> find(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  private List<Kept> kept(Optional<ModelTrained> before, Kept fresh) {
    Optional<String> serving = before.flatMap(ModelTrained::serving);
    List<Kept> all = new ArrayList<>();
    Stream.concat(Stream.of(fresh), before.stream().flatMap(model -> model.kept().stream()))
        .filter(each -> all.stream().noneMatch(other -> other.version().equals(each.version())))
        .sorted(NEWEST_FIRST)
        .forEach(all::add);
    // What serves is never among those that go.
    while (all.size() > mostKept) {
      Kept last =
          all.reversed().stream()
              .filter(each -> !serving.equals(Optional.of(each.version())) && !each.equals(fresh))
              .findFirst()
              .orElse(fresh);
      if (last.equals(fresh)) {
        break;
      }
      all.remove(last);
    }
    return all;
  }

  private static ModelTrained with(ModelTrained model, List<Kept> kept) {
    return new Change(model).kept(kept).build();
  }

  // What is asked about songs answers no mood: since when it serves is what the order goes by.
  private static Change serving(ModelTrained model, String version, Instant now) {
    Optional<Instant> since = Optional.of(now).filter(_ -> model.kind().hasVectors());
    return new Change(model).serving(version, since);
  }

  /// A record about to be written anew.
  private static final class Change {
    private final ModelTrained before;
    private Optional<String> serving;
    private Optional<Instant> since;
    private boolean pinned;
    private List<Kept> kept;

    Change(ModelTrained before) {
      this.before = before;
      this.serving = before.serving();
      this.since = before.servingSince();
      this.pinned = before.pinned();
      this.kept = before.kept();
    }

    Change serving(String version, Optional<Instant> now) {
      serving = Optional.of(version);
      since = now;
      return this;
    }

    Change servingNone() {
      serving = Optional.empty();
      since = Optional.empty();
      pinned = false;
      return this;
    }

    Change since(Optional<Instant> now) {
      since = now;
      return this;
    }

    Change pinned(boolean now) {
      pinned = now;
      return this;
    }

    Change kept(List<Kept> now) {
      kept = now;
      return this;
    }

    ModelTrained build() {
      return new ModelTrained(
          before.name(),
          before.version(),
          before.where(),
          before.trainedAt(),
          before.metrics(),
          before.promoted(),
          before.reason(),
          before.kind(),
          serving,
          since,
          pinned,
          kept);
    }
  }
}
