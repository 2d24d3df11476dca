package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Composes the moments of the days that were touched, a few times a second.
///
/// An import touches a day hundreds of times; composing it once per round instead of once per play
/// is what keeps the topology fast. The touched days are themselves a store, so that a kill between
/// touching and composing forgets none.
final class ComposeMoments implements Processor<String, String, String, byte @Nullable []> {
  private static final Duration ROUND = Duration.ofMillis(100);

  /// Rounds that a flood of plays may put composing off: each commit costs as much as a thousand
  /// plays, and a day in the middle of an import is touched again at once.
  private static final int ROUNDS_PUT_OFF = 10;

  private static final Comparator<SongPlays> MOST_PLAYED_FIRST =
      Comparator.comparingInt(SongPlays::plays)
          .reversed()
          .thenComparing(song -> song.song().identity());

  private final int playsPerDay;
  private final TouchedDays waiting;
  private final Set<String> touchedNow = new HashSet<>();
  private boolean flowing;
  private int roundsPutOff;
  private ProcessorContext<String, byte @Nullable []> context;
  private KeyValueStore<String, DaySong> songs;
  private KeyValueStore<String, String> texts;
  private KeyValueStore<String, String> touched;
  private KeyValueStore<String, Integer> composed;

  ComposeMoments(int playsPerDay, TouchedDays waiting) {
    this.playsPerDay = playsPerDay;
    this.waiting = waiting;
  }

  @Override
  public void init(ProcessorContext<String, byte @Nullable []> processorContext) {
    context = processorContext;
    songs = processorContext.getStateStore(DayStores.SONGS_OF_DAY);
    texts = processorContext.getStateStore(DayStores.TEXTS_OF_DAY);
    touched = processorContext.getStateStore(DayStores.TOUCHED);
    composed = processorContext.getStateStore(DayStores.COMPOSED);
    touchedNow.addAll(keys(touched));
    report();
    processorContext.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, _ -> composeTouched());
  }

  @Override
  public void process(Record<String, String> day) {
    flowing = true;
    if (touchedNow.add(day.key())) {
      touched.put(day.key(), "");
      report();
    }
  }

  @Override
  public void close() {
    waiting.forget(context.taskId());
  }

  // A round that finds nothing runs after the commit of the round before it, because that one
  // asked for a commit: only then do its days stop waiting.
  private void composeTouched() {
    if (touchedNow.isEmpty()) {
      waiting.set(context.taskId(), 0);
      return;
    }
    report();
    if (flowing && roundsPutOff < ROUNDS_PUT_OFF) {
      flowing = false;
      roundsPutOff++;
      return;
    }
    roundsPutOff = 0;
    for (String day : touchedNow) {
      compose(day);
      touched.delete(day);
    }
    touchedNow.clear();
    context.commit();
  }

  private void compose(String day) {
    Optional<Moment> moment = moment(day);
    Integer before = composed.get(day);
    if (moment.isEmpty()) {
      withdraw(day, before);
      return;
    }
    byte[] bytes = Wire.write(day, moment.get());
    int hash = Arrays.hashCode(bytes);
    if (before != null && before == hash) {
      return;
    }
    composed.put(day, hash);
    forward(day, bytes);
    waiting.countWritten();
  }

  private void withdraw(String day, @Nullable Integer before) {
    if (before == null) {
      return;
    }
    composed.delete(day);
    forward(day, null);
    waiting.countWithdrawn();
  }

  private void forward(String day, byte @Nullable [] bytes) {
    context.forward(new Record<>(day, bytes, context.currentSystemTimeMs()));
  }

  private Optional<Moment> moment(String day) {
    String text = text(day);
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new Moment(Keys.user(day), DayKeys.date(day), text, songs(day)));
  }

  // The same page photographed twice, or the same file under two names, is told once.
  private String text(String day) {
    Set<String> distinct = new LinkedHashSet<>();
    try (KeyValueIterator<String, String> range = texts.range(DayKeys.from(day), DayKeys.to(day))) {
      range.forEachRemaining(entry -> distinct.add(entry.value.strip()));
    }
    return String.join("\n\n", distinct);
  }

  private List<SongPlays> songs(String day) {
    List<SongPlays> often = new ArrayList<>();
    try (KeyValueIterator<String, DaySong> range =
        songs.range(DayKeys.from(day), DayKeys.to(day))) {
      range.forEachRemaining(
          entry -> {
            if (entry.value.plays() >= playsPerDay) {
              often.add(entry.value.toSongPlays());
            }
          });
    }
    often.sort(MOST_PLAYED_FIRST);
    return often;
  }

  private void report() {
    waiting.set(context.taskId(), touchedNow.size());
  }

  private static List<String> keys(KeyValueStore<String, String> store) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, String> all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }
}
