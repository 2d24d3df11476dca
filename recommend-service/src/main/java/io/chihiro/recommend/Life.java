package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.recommend.index.DayChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// One user's days in memory, kept fresh, under the versions that answer or soon will. Thread-safe.
///
/// A version answers from the moment on that it has every day which the one before it has, and not
/// a moment earlier; days that come later come to both.
final class Life {
  private final Map<LocalDate, Moment> moments = new ConcurrentSkipListMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, VersionIndex> versions = new ConcurrentHashMap<>();
  private final Map<String, String> answering = new ConcurrentHashMap<>();
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  private final Allowed allowed;

  private CountedDays counted = CountedDays.of(List.of());
  private long countedAt;
  private Map<String, Song> songs = Map.of();
  private long songsAt;

  private Life(Allowed allowed) {
    this.allowed = allowed;
  }

  static Life of(Collection<DayChange> moments) {
    return of(moments, Allowed.ALL);
  }

  /// A life without what is off limits in it.
  static Life of(Collection<DayChange> moments, Allowed allowed) {
    Life life = new Life(allowed);
    moments.forEach(life::apply);
    return life;
  }

  void apply(DayChange change) {
    LocalDate date = change.day();
    switch (change.half()) {
      case MOMENT -> put(date, change.moment().flatMap(allowed::of));
      case VECTORS -> putVectors(date, change);
    }
  }

  private void put(LocalDate date, Optional<Moment> moment) {
    moment.ifPresentOrElse(there -> moments.put(date, there), () -> moments.remove(date));
    versions.values().forEach(index -> index.join(date, moment));
    changes.incrementAndGet();
  }

  // The store has the vectors of versions that are not held.
  private void putVectors(LocalDate date, DayChange change) {
    Optional.ofNullable(versions.get(change.version()))
        .ifPresent(index -> index.put(date, change.vectors(), moment(date)));
  }

  private Optional<Moment> moment(LocalDate date) {
    return Optional.ofNullable(moments.get(date));
  }

  /// Takes in all vectors of a version; from now on its changes are applied too.
  void hold(String version, Collection<DayChange> vectors) {
    VersionIndex index = new VersionIndex();
    vectors.forEach(change -> index.put(change.day(), change.vectors(), moment(change.day())));
    versions.put(version, index);
  }

  boolean holds(String version) {
    return versions.containsKey(version);
  }

  /// The version that answers, of several that could: the first as soon as it is complete, until
  /// then the one that has answered so far, or else the first that is complete. Empty if none of
  /// those held is.
  ///
  /// @param question what is chosen for: each has its own answer so far
  /// @param order the most wanted first
  synchronized Optional<String> choose(String question, List<String> order) {
    Optional<String> soFar =
        Optional.ofNullable(answering.get(question))
            .filter(version -> order.contains(version) && holds(version));
    Optional<String> chosen =
        order.stream()
            .takeWhile(version -> !soFar.equals(Optional.of(version)))
            .filter(version -> isComplete(version, soFar))
            .findFirst()
            .or(() -> soFar);
    chosen.ifPresent(version -> answering.put(question, version));
    return chosen;
  }

  private boolean isComplete(String version, Optional<String> soFar) {
    VersionIndex index = versions.get(version);
    Collection<LocalDate> needed =
        soFar
            .flatMap(before -> Optional.ofNullable(versions.get(before)))
            .map(VersionIndex::dates)
            .orElse(moments.keySet());
    return index != null && index.holds(needed);
  }

  /// Notes that a version is asked now, so that it is not let go of.
  void ask(String version, Instant now) {
    asked.put(version, now);
  }

  /// Days that can be asked under a version that is held.
  IndexedDays days(String version) {
    return Optional.ofNullable(versions.get(version))
        .map(VersionIndex::days)
        .orElse(IndexedDays.NONE);
  }

  /// Lets go of versions that nobody needs and nobody has asked since.
  synchronized void letGo(Set<String> needed, Instant since) {
    versions
        .keySet()
        .removeIf(
            version ->
                !needed.contains(version)
                    && asked.getOrDefault(version, Instant.MIN).isBefore(since));
    answering.values().removeIf(version -> !versions.containsKey(version));
  }

  /// What answers one question so far.
  Optional<String> answering(String question) {
    return Optional.ofNullable(answering.get(question));
  }

  /// The days by their counted words; counted again when it is asked for after a day has changed.
  synchronized CountedDays counted() {
    long now = changes.get();
    if (now != countedAt) {
      counted = CountedDays.of(moments());
      countedAt = now;
    }
    return counted;
  }

  /// The songs of all days, by identity, each as the last day spells it; read again when they are
  /// asked for after a day has changed.
  synchronized Map<String, Song> songs() {
    long now = changes.get();
    if (now != songsAt) {
      songs =
          moments.values().stream()
              .flatMap(moment -> moment.songs().stream())
              .map(SongPlays::song)
              .collect(
                  Collectors.toUnmodifiableMap(Song::identity, song -> song, (_, later) -> later));
      songsAt = now;
    }
    return songs;
  }

  /// How many days have text.
  int daysWithText() {
    return moments.size();
  }

  /// Every day with text, oldest first.
  List<Moment> moments() {
    return List.copyOf(moments.values());
  }
}
