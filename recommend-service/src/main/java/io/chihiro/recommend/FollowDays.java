package io.chihiro.recommend;

import io.chihiro.events.Rejected;
import io.chihiro.events.Since;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.recommend.index.DayChange;
import io.chihiro.recommend.index.DayChange.Half;
import io.chihiro.recommend.index.DayStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// `MOMENTS + VECTORS → store → hot lives`, and back to the beginning when the store has lost
/// something.
final class FollowDays implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FollowDays.class);
  static final String NAME = "recommend-days";

  private static final byte[] NOTHING = {};

  private final DayStore store;
  private final HotLives lives;
  private final TopicFollower follower;
  private final BiConsumer<String, Rejected> rejected;
  private final Shown shown;
  private final Map<String, Long> reached = new HashMap<>();
  private volatile boolean rebuilding;
  private volatile boolean fromNothing;
  private final AtomicLong rebuilds = new AtomicLong();

  /// Told how long something new has taken until it could be asked for.
  interface Shown {
    /// Something new can be asked for now.
    ///
    /// @param what came first
    /// @param since when that was
    void shown(Since what, Instant since);
  }

  /// A follower; nothing is read before [#start].
  ///
  /// @param rejected where a record goes that cannot be read
  FollowDays(
      String broker,
      DayStore store,
      HotLives lives,
      BiConsumer<String, Rejected> rejected,
      Shown shown) {
    this.store = store;
    this.lives = lives;
    this.rejected = rejected;
    this.shown = shown;
    this.follower =
        TopicFollower.everything(broker, NAME, Half.topics(), this::whereItStopped, this::handle);
  }

  void start() {
    follower.start();
  }

  /// Whether the store holds everything that was there when it was last begun.
  boolean whole() {
    return follower.caughtUp() && !rebuilding;
  }

  /// Records that are not in the index yet.
  long waiting() throws InterruptedException {
    return follower.waiting();
  }

  /// How often the store had lost days since the start.
  long rebuilds() {
    return rebuilds.get();
  }

  TopicFollower follower() {
    return follower;
  }

  /// Looks whether the store still has what was put into it; if not, fills it again.
  void checkStore() throws InterruptedException {
    if (rebuilding) {
      rebuilding = follower.waiting() > 0;
      return;
    }
    if (hasLost()) {
      rebuild();
    }
  }

  @Override
  public void close() {
    follower.close();
  }

  private void rebuild() {
    LOG.warn("the cache has lost days; they are read again from the topics");
    rebuilding = true;
    rebuilds.incrementAndGet();
    follower.rewind();
  }

  private boolean hasLost() {
    // Noted before the store is asked: whatever arrives in between is in the store already.
    Map<String, Long> before = noted();
    return hasLost(before, store.positions());
  }

  /// Whether the store has gone back behind what was put into it.
  static boolean hasLost(Map<String, Long> before, Map<String, Long> kept) {
    return before.entrySet().stream()
        .anyMatch(each -> kept.getOrDefault(each.getKey(), 0L) < each.getValue());
  }

  private Map<TopicPartition, Long> whereItStopped() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    store
        .positions()
        .forEach(
            (name, offset) -> {
              int dash = name.lastIndexOf('-');
              int partition = Integer.parseInt(name.substring(dash + 1));
              positions.put(new TopicPartition(name.substring(0, dash), partition), offset);
            });
    fromNothing = positions.isEmpty();
    return positions;
  }

  void handle(List<ConsumerRecord<String, byte[]>> batch) {
    if (!rebuilding && hasLost()) {
      // Its positions would hide that what came before is missing.
      rebuild();
      return;
    }
    List<DayChange> changes = new ArrayList<>();
    Map<String, Long> positions = new HashMap<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      readable(message).ifPresent(changes::add);
      positions.put(message.topic() + "-" + message.partition(), message.offset() + 1);
    }
    store.apply(changes, positions);
    lives.apply(changes);
    note(positions);
    if (isNew()) {
      batch.forEach(this::tell);
    }
  }

  // What is read again to fill the store was shown long ago.
  private boolean isNew() {
    return !rebuilding && (!fromNothing || follower.caughtUp());
  }

  private void tell(ConsumerRecord<String, byte[]> message) {
    Since what =
        switch (Half.on(message.topic())) {
          case MOMENT -> Since.PLAY;
          case VECTORS -> Since.PHOTO;
        };
    what.of(message.headers()).ifPresent(since -> shown.shown(what, since));
  }

  synchronized Map<String, Long> noted() {
    return Map.copyOf(reached);
  }

  private synchronized void note(Map<String, Long> positions) {
    reached.putAll(positions);
  }

  private Optional<DayChange> readable(ConsumerRecord<String, byte[]> message) {
    var change =
        new DayChange(
            Half.on(message.topic()), message.key(), Optional.ofNullable(message.value()));
    try {
      var _ = change.day();
      return Optional.of(
          change.moment().isPresent() || change.vectors().isPresent() ? change : change.taken());
    } catch (DateTimeParseException _) {
      reject(change, "its key names no day");
    } catch (UnreadableRecordException e) {
      reject(change, e.problem());
    }
    return Optional.empty();
  }

  private void reject(DayChange change, String reason) {
    byte[] raw = change.bytes().orElse(NOTHING);
    rejected.accept(
        change.key(), Rejected.record(change.half().topic(), change.key(), reason, raw));
  }
}
