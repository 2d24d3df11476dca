package io.chihiro.recommend;

import io.chihiro.door.Hyphenated;
import io.chihiro.events.Erasure;
import io.chihiro.events.Erasure.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of something that somebody wanted forgotten, as the API tells it.
///
/// @param state `working` or `done`
/// @param waitsFor why it is not further
/// @param places what each has confirmed, in the order in which they did
public record Receipt(
    String id,
    String user,
    String what,
    String name,
    Instant askedAt,
    String state,
    Optional<String> waitsFor,
    Optional<Instant> finishedAt,
    List<Place> places) {
  static Receipt of(Erasure erasure) {
    return new Receipt(
        erasure.erasure(),
        erasure.user(),
        Hyphenated.of(erasure.subject().kind()),
        erasure.subject().name(),
        erasure.askedAt(),
        erasure.finishedAt().isPresent() ? "done" : "working",
        erasure.waitsFor(),
        erasure.finishedAt(),
        erasure.steps().stream().map(Place::of).toList());
  }

  /// What became of it in one place.
  ///
  /// @param left what had to stay, as a sentence
  public record Place(
      String service, String store, long removed, Optional<String> left, Instant confirmedAt) {
    static Place of(Step step) {
      return new Place(
          step.service(), step.store(), step.removed(), step.left(), step.confirmedAt());
    }
  }
}
