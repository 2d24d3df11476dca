package io.chihiro.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that somebody wants forgotten, and what became of it so far: the receipt.
///
/// @param user whose it is
/// @param erasure its id
/// @param subject what shall go
/// @param scope what belongs to it, worked out before anything went
/// @param askedAt when it was asked for
/// @param steps what each service has confirmed
/// @param waitsFor why it is not further, as a sentence
/// @param finishedAt when everything was confirmed
public record Erasure(
    String user,
    String erasure,
    Subject subject,
    Scope scope,
    Instant askedAt,
    List<Step> steps,
    Optional<String> waitsFor,
    Optional<Instant> finishedAt)
    implements Event {

  /// How much shall go.
  public enum Kind {
    /// One entry of the journal.
    ENTRY,
    /// Every page in a folder, and what was read from them.
    NOTEBOOK,
    /// What was written and played on a local day.
    DAY,
    /// All there is of a user.
    EVERYTHING
  }

  /// What shall go.
  ///
  /// @param name the entry's id, the folder, or the date; empty for everything
  /// @param originals whether files go that their owner put into the bucket
  public record Subject(Kind kind, String name, boolean originals) {
    public Subject {
      Check.require(kind != null, "kind must be given");
      name = name == null ? "" : name;
    }
  }

  /// What belongs to it.
  ///
  /// @param entries of the journal, by id
  /// @param pages of the journal, by id: those of which nothing shall be left
  /// @param days that change by it
  public record Scope(Set<String> entries, Set<String> pages, Set<LocalDate> days) {
    public static final Scope NONE = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
      entries = entries == null ? Set.of() : Set.copyOf(entries);
      pages = pages == null ? Set.of() : Set.copyOf(pages);
      days = days == null ? Set.of() : Set.copyOf(days);
    }
  }

  /// What one place has confirmed.
  ///
  /// @param service that keeps it
  /// @param store where it lay, in words
  /// @param removed how much of it
  /// @param left what had to stay, as a sentence
  /// @param confirmedAt when the service confirmed it
  public record Step(
      String service, String store, long removed, Optional<String> left, Instant confirmedAt) {
    public Step {
      service = Check.text("service", service);
      store = Check.text("store", store);
      Check.notNegative("removed", removed);
      Check.require(confirmedAt != null, "confirmedAt must be given");
    }
  }

  public Erasure {
    user = Check.user(user);
    erasure = Check.text("erasure", erasure);
    Check.require(subject != null, "subject must be given");
    scope = scope == null ? Scope.NONE : scope;
    Check.require(askedAt != null, "askedAt must be given");
    steps = Absent.toEmpty(steps);
  }

  /// Something that nobody has begun to forget.
  public static Erasure asked(
      String user, String erasure, Subject subject, Scope scope, Instant at) {
    return new Erasure(
        user, erasure, subject, scope, at, List.of(), Optional.empty(), Optional.empty());
  }

  /// The same with what a service has confirmed.
  public Erasure confirmed(List<Step> more) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(more);
    return new Erasure(
        user, erasure, subject, scope, askedAt, all, Optional.empty(), Optional.empty());
  }

  /// The same, now that it is known what belongs to it.
  public Erasure within(Scope known) {
    return new Erasure(user, erasure, subject, known, askedAt, steps, waitsFor, finishedAt);
  }

  /// The same, kept waiting.
  public Erasure waiting(String why) {
    return new Erasure(
        user, erasure, subject, scope, askedAt, steps, Optional.of(why), Optional.empty());
  }

  /// The same, confirmed by all. What belonged to it is nobody's business any more.
  public Erasure finished(Instant at) {
    return new Erasure(
        user, erasure, subject, Scope.NONE, askedAt, steps, Optional.empty(), Optional.of(at));
  }

  /// Whether a service has confirmed it.
  public boolean isConfirmedBy(String service) {
    return steps.stream().anyMatch(step -> step.service().equals(service));
  }

  /// Whether it is about all there is of a user.
  public boolean ofEverything() {
    return subject.kind() == Kind.EVERYTHING;
  }

  /// `user/erasure`.
  public String key() {
    return Keys.of(user, erasure);
  }
}
