package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.PlayCorrected;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.OwnersWord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// What somebody listened to in a stretch of time, read where plays are kept.
final class HeardPlays {
  /// Local days begin up to fourteen hours before UTC's and end up to twelve hours after them, ten
  /// more if night belongs to the day before; two on either side are what listens may reach.
  private static final Duration BEFORE = Duration.ofHours(16);

  private static final Duration AFTER = Duration.ofHours(24);

  private final ReadOnlyKeyValueStore<String, HeardPlay> plays;

  HeardPlays(ReadOnlyKeyValueStore<String, HeardPlay> plays) {
    this.plays = plays;
  }

  /// The listens of some local days, earliest first.
  List<Listen> listens(String user, OwnersWord word, LocalDate first, LocalDate last) {
    Instant from = first.atStartOfDay().toInstant(ZoneOffset.UTC).minus(BEFORE);
    Instant to = last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(AFTER);
    List<HeardPlay> told = between(user, from, to);
    told.addAll(movedHere(user, word.corrections(), from, to));
    return word.listens(told).stream()
        .filter(listen -> within(word.day(listen), first, last))
        .toList();
  }

  private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// What was told, not yet corrected, in the order of time.
  List<HeardPlay> between(String user, Instant from, Instant to) {
    List<HeardPlay> told = new ArrayList<>();
    try (KeyValueIterator<String, HeardPlay> range =
        plays.range(PlayPlace.from(user, from), PlayPlace.from(user, to))) {
      range.forEachRemaining(entry -> told.add(entry.value));
    }
    return told;
  }

  /// A play as it was told.
  Optional<HeardPlay> find(String user, String play, Instant toldEndedAt) {
    String place = PlayPlace.of(Keys.of(user, play), toldEndedAt.getEpochSecond());
    return Optional.ofNullable(plays.get(place));
  }

  private List<HeardPlay> movedHere(
      String user, Collection<PlayCorrected> words, Instant from, Instant to) {
    return words.stream()
        .filter(word -> word.endedAt().filter(end -> lies(end, from, to)).isPresent())
        .filter(word -> !lies(word.toldEndedAt(), from, to))
        .flatMap(word -> find(user, word.play(), word.toldEndedAt()).stream())
        .toList();
  }

  private static boolean lies(Instant instant, Instant from, Instant to) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
