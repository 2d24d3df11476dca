package io.chihiro.ingest;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Waits until the topology has nothing left of what was forgotten, in its stores and in the
/// moments.
@ApplicationScoped
public class ForgottenDays {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final List<String> OF_USERS =
      List.of(
          DayStores.PLAYS,
          DayStores.PLACES,
          DayStores.SONGS,
          DayStores.LISTED,
          DayStores.SUNG,
          DayStores.SAID,
          DayStores.ENTRIES,
          DayStores.TEXTS_OF_DAY,
          DayStores.TOUCHED,
          DayStores.COMPOSED);

  private final RunTopology topology;
  private final StoredRecords<Moment> moments;

  public ForgottenDays(RunTopology topology, IngestSettings settings) {
    this.topology = topology;
    this.moments = new StoredRecords<>(settings.broker(), Topics.MOMENTS);
  }

  /// Returns when nothing is left.
  ///
  /// @throws RefusedException if that takes long: the topology may be busy with an import
  List<Removed> await(String user, Wanted wanted) throws InterruptedException {
    return wanted.everything() ? awaitNothing(user, wanted) : awaitDays(user, wanted);
  }

  private List<Removed> awaitNothing(String user, Wanted wanted) throws InterruptedException {
    await(() -> OF_USERS.stream().allMatch(store -> isEmpty(store, user)));
    await(() -> moments.latest(user).isEmpty());
    return List.of(new Removed("moments", wanted.days().size()));
  }

  private List<Removed> awaitDays(String user, Wanted wanted) throws InterruptedException {
    await(() -> entriesAreGone(user, wanted.entries()) && !isTouched(user, wanted.days()));
    await(() -> told(user, wanted.days()).equals(composed(user, wanted.days())));
    int staying = told(user, wanted.days()).size();
    long gone = (long) wanted.days().size() - staying;
    return List.of(new Removed("moments", gone, left(staying)));
  }

  private static Optional<String> left(int staying) {
    return staying == 0
        ? Optional.empty()
        : Optional.of(
            "%d days keep what else was written on them, and are made anew.".formatted(staying));
  }

  private boolean entriesAreGone(String user, Set<String> entries) {
    ReadOnlyKeyValueStore<String, String> collected = topology.store(DayStores.ENTRIES, user);
    return entries.stream().allMatch(entry -> collected.get(Keys.of(user, entry)) == null);
  }

  private boolean isTouched(String user, Set<LocalDate> days) {
    ReadOnlyKeyValueStore<String, String> touched = topology.store(DayStores.TOUCHED, user);
    return days.stream().anyMatch(day -> touched.get(key(user, day)) != null);
  }

  // What was sent last of each day, as the topology remembers it.
  private Map<String, Integer> composed(String user, Set<LocalDate> days) {
    ReadOnlyKeyValueStore<String, Integer> composed = topology.store(DayStores.COMPOSED, user);
    Map<String, Integer> sent = new HashMap<>();
    for (LocalDate day : days) {
      String key = key(user, day);
      Optional.ofNullable(composed.get(key)).ifPresent(print -> sent.put(key, print));
    }
    return sent;
  }

  // The same as it lies on the topic.
  private Map<String, Integer> told(String user, Set<LocalDate> days) {
    Collection<Moment> there = moments.latest(user);
    return there.stream()
        .filter(moment -> days.contains(moment.date()))
        .collect(Collectors.toMap(Moment::key, moment -> Wire.fingerprint(moment.key(), moment)));
  }

  private boolean isEmpty(String store, String user) {
    ReadOnlyKeyValueStore<String, Object> all = topology.store(store, user);
    try (KeyValueIterator<String, Object> own = all.range(user + '/', user + (char) ('/' + 1))) {
      return !own.hasNext();
    }
  }

  private static String key(String user, LocalDate day) {
    return Keys.of(user, day.toString());
  }

  private static void await(BooleanSupplier isDone) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isDone.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw RefusedException.notNow("The days are still being composed without it.");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }
}
