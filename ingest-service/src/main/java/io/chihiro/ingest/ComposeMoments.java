package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Since;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.OwnersWord;
import io.chihiro.ingest.listening.PlayRules;
import io.chihiro.tracing.Span;
import io.chihiro.tracing.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Composes the moments of the days that were touched, a few times a second.
///
/// An import touches a day hundreds of times; composing it once per round instead of once per play
/// is what keeps the topology fast. The touched days are themselves a store, so that a kill between
/// touching and composing forgets none.
final class ComposeMoments implements Processor<String, Touch, String, byte @Nullable []> {
  private static final Logger LOG = Logger.getLogger(ComposeMoments.class);
  private static final Duration ROUND = Duration.ofMillis(100);

  /// Rounds that a flood of plays may put composing off: each commit costs as much as a thousand
  /// plays, and a day in the middle of an import is touched again at once.
  private static final int ROUNDS_PUT_OFF = 10;

  private static final Comparator<SongPlays> MOST_PLAYED_FIRST =
      Comparator.comparingInt(SongPlays::plays)
          .reversed()
          .thenComparing(song -> song.song().identity());

  private final PlayRules rules;
  private final TouchedDays waiting;
  private final Map<String, Causes> touchedNow = new HashMap<>();
  private final Map<String, OwnersWord> wordsOfUsers = new HashMap<>();
  private String lastAround = "";
  private boolean flowing;
  private int roundsPutOff;
  private ProcessorContext<String, byte @Nullable []> context;
  private HeardPlays plays;
  private OwnersWords words;
  private KeyValueStore<String, byte[]> texts;
  private KeyValueStore<String, String> touched;
  private KeyValueStore<String, Integer> composed;

  ComposeMoments(PlayRules rules, TouchedDays waiting) {
    this.rules = rules;
    this.waiting = waiting;
  }

  @Override
  public void init(ProcessorContext<String, byte @Nullable []> processorContext) {
    context = processorContext;
    plays = new HeardPlays(processorContext.getStateStore(DayStores.PLAYS));
    words = new OwnersWords(processorContext.getStateStore(DayStores.SAID), rules);
    texts = processorContext.getStateStore(DayStores.TEXTS_OF_DAY);
    touched = processorContext.getStateStore(DayStores.TOUCHED);
    composed = processorContext.getStateStore(DayStores.COMPOSED);
    touchedNow.putAll(kept(touched));
    report();
    processorContext.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, _ -> composeTouched());
  }

  @Override
  public void process(Record<String, Touch> touch) {
    flowing = true;
    switch (touch.value()) {
      case DAY -> touch(touch.key(), Causes.ofText(touch.headers()));
      case AROUND -> touchAround(touch.key(), played(touch));
      case SAID -> {
        wordsOfUsers.remove(Keys.user(touch.key()));
        lastAround = "";
        touchAround(touch.key(), Causes.NONE);
      }
    }
  }

  private static Causes played(Record<String, Touch> touch) {
    return Causes.of(Since.PLAY, Instant.ofEpochMilli(touch.timestamp()));
  }

  private void touch(String day, Causes why) {
    Causes before = touchedNow.get(day);
    Causes both = before == null ? why : before.with(why);
    if (!both.equals(before)) {
      touchedNow.put(day, both);
      touched.put(day, both.stored());
      report();
    }
  }

  // Asked at every play, mostly for the same day again.
  private void touchAround(String day, Causes why) {
    if (day.equals(lastAround)) {
      return;
    }
    lastAround = day;
    String user = Keys.user(day);
    LocalDate date = DayKeys.date(day);
    touchBeside(user, date, why);
    touchMoved(user, date, why);
  }

  // What was told of these days may have been on others in truth.
  private void touchMoved(String user, LocalDate date, Causes why) {
    for (PlayCorrected correction : word(user).corrections()) {
      if (near(correction.toldEndedAt(), date)) {
        correction.endedAt().map(ComposeMoments::utc).ifPresent(day -> touchBeside(user, day, why));
      }
    }
  }

  private void touchBeside(String user, LocalDate date, Causes why) {
    for (int beside = -1; beside <= 1; beside++) {
      touch(Keys.of(user, date.plusDays(beside).toString()), why);
    }
  }

  private static boolean near(Instant instant, LocalDate date) {
    return Math.abs(utc(instant).toEpochDay() - date.toEpochDay()) <= 1;
  }

  private static LocalDate utc(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private OwnersWord word(String user) {
    return wordsOfUsers.computeIfAbsent(user, words::of);
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
    touchedNow.forEach(
        (day, why) -> {
          try (Span step = Tracing.follow("compose moment", why.trace())) {
            compose(day, why.by(step));
          }
          touched.delete(day);
        });
    touchedNow.clear();
    lastAround = "";
    context.commit();
  }

  private void compose(String day, Causes why) {
    Optional<Moment> moment = moment(day);
    Integer before = composed.get(day);
    if (moment.isEmpty()) {
      withdraw(day, before);
      return;
    }
    int hash = Wire.fingerprint(day, moment.get());
    if (before != null && before == hash) {
      return;
    }
    composed.put(day, hash);
    forward(day, Wire.write(day, moment.get()), why);
    waiting.countWritten();
  }

  private void withdraw(String day, @Nullable Integer before) {
    if (before == null) {
      return;
    }
    composed.delete(day);
    forward(day, null, Causes.NONE);
    waiting.countWithdrawn();
  }

  private void forward(String day, byte @Nullable [] bytes, Causes why) {
    context.forward(new Record<>(day, bytes, context.currentSystemTimeMs(), why.headers()));
  }

  private Optional<Moment> moment(String day) {
    String text = text(day);
    if (text.isBlank()) {
      return Optional.empty();
    }
    String user = Keys.user(day);
    LocalDate date = DayKeys.date(day);
    return Optional.of(new Moment(user, date, text, songs(user, date)));
  }

  // The same page photographed twice, or the same file under two names, is told once.
  private String text(String day) {
    Set<String> distinct = new LinkedHashSet<>();
    try (KeyValueIterator<String, byte[]> range = texts.range(DayKeys.from(day), DayKeys.to(day))) {
      range.forEachRemaining(
          entry -> kept(entry.key, entry.value).ifPresent(text -> distinct.add(text.strip())));
    }
    return String.join("\n\n", distinct);
  }

  // A text that is damaged stays damaged: its day does without, and nothing else waits for it.
  private static Optional<String> kept(String place, byte[] bytes) {
    try {
      return DayStores.text(place, bytes);
    } catch (UnreadableRecordException e) {
      LOG.errorf("the text %s is left out of its day: %s", place, e.problem());
      return Optional.empty();
    }
  }

  private List<SongPlays> songs(String user, LocalDate date) {
    OwnersWord word = word(user);
    PlayRules own = word.rules();
    Map<String, DaySong> songs = new HashMap<>();
    for (Listen listen : plays.listens(user, word, date, date)) {
      if (own.counts(listen)) {
        songs.merge(
            listen.name().key(),
            DaySong.none(listen.song()).plus(listen, own),
            (before, _) -> before.plus(listen, own));
      }
    }
    return songs.values().stream()
        .filter(song -> song.plays() >= own.playsPerDay())
        .map(song -> song.toSongPlays(own.playsPerDay()))
        .sorted(MOST_PLAYED_FIRST)
        .toList();
  }

  private void report() {
    waiting.set(context.taskId(), touchedNow.size());
  }

  private static Map<String, Causes> kept(KeyValueStore<String, String> store) {
    Map<String, Causes> kept = new HashMap<>();
    try (KeyValueIterator<String, String> all = store.all()) {
      all.forEachRemaining(entry -> kept.put(entry.key, Causes.parse(entry.value)));
    }
    return kept;
  }
}
