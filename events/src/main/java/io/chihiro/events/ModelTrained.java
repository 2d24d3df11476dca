package io.chihiro.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model that can answer: its newest version and how good that is, which version serves, and
/// which are kept.
///
/// One record says all of it, so that a promotion, a pin or a rollback is one write. Which model
/// answers those who name none follows from all records together: see [ModelRegistry].
///
/// @param name the model's name, as a request may give it
/// @param version of the newest; changes whenever its numbers would
/// @param where its place in the model store; `built-in` for what ships with the program
/// @param trainedAt when these metrics were measured
/// @param metrics name to value, each measured on the owner's own days
/// @param promoted whether the newest version was let through the gate
/// @param reason why it was promoted, or why not
/// @param kind how it answers; an encoder if absent
/// @param serving the version that answers whoever names this model; absent when none does
/// @param servingSince since when it answers those who name no model: the latest of all models
///     wins; absent when it answers only those who name it
/// @param pinned whether its owner has chosen the serving version and no training may change that
/// @param kept the versions whose files and vectors stay, newest first: the serving one and those
///     that a rollback may return to
public record ModelTrained(
    String name,
    String version,
    String where,
    Instant trainedAt,
    Map<String, Double> metrics,
    boolean promoted,
    String reason,
    Kind kind,
    Optional<String> serving,
    Optional<Instant> servingSince,
    boolean pinned,
    List<Kept> kept)
    implements Event {

  /// How a model answers.
  public enum Kind {
    /// It reads texts: days have vectors under each of its versions.
    ENCODER,
    /// A few layers over an encoder's vectors; days have vectors of its own.
    DENSE,
    /// It counts words, and is fitted to the days whenever it is asked.
    TFIDF,
    /// It reads no text at all.
    PRIOR,
    /// It tells which songs belong together: it is asked about songs, never about moods.
    SONGS,
    /// It reads what somebody looks for among lines, whose vectors stay the base's.
    LINES;

    /// Whether days have vectors under such a model.
    public boolean hasVectors() {
      return switch (this) {
        case ENCODER, DENSE -> true;
        case TFIDF, PRIOR, SONGS, LINES -> false;
      };
    }

    /// Whether it is what others must beat: it answers whoever names it, however good it is.
    public boolean isBaseline() {
      return switch (this) {
        case TFIDF, PRIOR -> true;
        case ENCODER, DENSE, SONGS, LINES -> false;
      };
    }
  }

  /// A version whose files and vectors stay.
  ///
  /// @param where its place in the model store
  public record Kept(String version, String where, Instant trainedAt) {
    public Kept {
      version = Check.text("version", version);
      where = Check.text("where", where);
      Check.require(trainedAt != null, "trainedAt must be given");
    }
  }

  public ModelTrained {
    name = Check.text("name", name);
    version = Check.text("version", version);
    where = Check.text("where", where);
    Check.require(trainedAt != null, "trainedAt must be given");
    metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    reason = Check.text("reason", reason);
    kind = kind == null ? Kind.ENCODER : kind;
    kept = Absent.toEmpty(kept);
  }

  /// A model that answers only those who name it, in its newest version, if it was promoted.
  public ModelTrained(
      String name,
      String version,
      String where,
      Instant trainedAt,
      Map<String, Double> metrics,
      boolean promoted,
      String reason) {
    this(
        name,
        version,
        where,
        trainedAt,
        metrics,
        promoted,
        reason,
        Kind.ENCODER,
        promoted ? Optional.of(version) : Optional.empty(),
        Optional.empty(),
        false,
        promoted ? List.of(new Kept(version, where, trainedAt)) : List.of());
  }
}
