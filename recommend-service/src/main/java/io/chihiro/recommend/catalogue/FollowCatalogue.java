package io.chihiro.recommend.catalogue;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// `SONGS + LYRICS + SONG_VECTORS → SongCatalogue` of one user: from where its index ends, or else
/// from the topics' beginnings on.
final class FollowCatalogue implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FollowCatalogue.class);
  private static final List<Topic<?>> TOPICS =
      List.of(Topics.SONGS, Topics.LYRICS, Topics.SONG_VECTORS);

  private final CatalogueSource source;
  private final String user;
  private final SongCatalogue catalogue;
  private final IndexSongs index;
  private final TopicFollower follower;
  private Optional<ToldAnew> toldAnew = Optional.empty();
  private volatile boolean outdated;

  /// @param pictures version of the encoder that pictures are looked for with, if one is known
  FollowCatalogue(CatalogueSource source, String user, Optional<String> pictures) {
    this.source = source;
    this.user = user;
    this.catalogue = new SongCatalogue(source.bounds(), pictures);
    this.index = new IndexSongs(source, user, catalogue);
    this.catalogue.roomBy(this::makeRoom);
    this.follower =
        TopicFollower.ofUser(
                source.broker(),
                "recommend-catalogue",
                TOPICS,
                user,
                this::begin,
                batch -> batch.forEach(this::take))
            .start();
  }

  /// Whether it holds everything that was there when it began to read.
  boolean whole() {
    return follower.caughtUp() && !ended();
  }

  /// Whether nothing comes any more, so that another must begin.
  boolean ended() {
    return outdated || follower.ended();
  }

  /// Whether it takes in what is found by these pictures.
  ///
  /// @param version of the encoder that they are looked for with; empty if by none
  boolean finds(Optional<String> version) {
    return version.isEmpty() || catalogue.pictures().equals(version);
  }

  /// Waits until it is whole, for so long at most.
  boolean awaitWhole(Duration patience) throws InterruptedException {
    try {
      follower.awaitCaughtUp(patience);
      settle();
      return !ended();
    } catch (IllegalStateException _) {
      return false;
    }
  }

  SongCatalogue catalogue() {
    return catalogue;
  }

  /// Makes a new index if that is worth it now.
  void tend() throws InterruptedException {
    if (whole() && settled() && index.isDue()) {
      index.make(follower.waiting() == 0);
    }
  }

  /// Takes what has gone out of the index too.
  ///
  /// @return whether there was anything
  boolean forgetGone() throws InterruptedException {
    while (follower.waiting() > 0) {
      Thread.sleep(Duration.ofMillis(50));
    }
    return catalogue.hasLeft() && index.make(true);
  }

  /// Ends it; the index stays.
  @Override
  public void close() {
    follower.close();
    index.stop();
  }

  /// Gives what is mapped back at once, whoever still searches.
  void letGo() {
    close();
    catalogue.base().ifPresent(StoredCatalogue::close);
  }

  private Map<TopicPartition, Long> begin() {
    try (TopicOffsets offsets = new TopicOffsets(source.broker())) {
      String cluster = offsets.cluster();
      Map<TopicPartition, Long> ends = offsets.ends(TOPICS);
      Optional<StoredCatalogue> stored =
          source.store().open(user, card -> card.isOf(user, cluster, ends, catalogue.pictures()));
      index.begin(cluster, stored);
      return stored.map(this::goOn).orElseGet(Map::of);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an index was opened", e);
    }
  }

  // Whoever may have missed that something was deleted hears again of all that there is; vectors
  // go with what they are of.
  private synchronized Map<TopicPartition, Long> goOn(StoredCatalogue stored) {
    Map<TopicPartition, Long> reached = new HashMap<>(stored.card().reached());
    if (!stored.card().hearsOfDeletions(source.clock().instant())) {
      toldAnew = Optional.of(new ToldAnew(stored));
      reached.keySet().removeIf(each -> !each.topic().equals(Topics.SONG_VECTORS.name()));
    }
    return reached;
  }

  private synchronized boolean settled() {
    return toldAnew.isEmpty();
  }

  private synchronized void settle() {
    if (!outdated) {
      toldAnew.ifPresent(told -> told.leaveUntold(catalogue));
      toldAnew = Optional.empty();
    }
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    // Others may share the partition.
    if (Keys.user(message.key()).equals(user)) {
      try {
        put(message);
      } catch (UnreadableRecordException e) {
        // Whoever embeds songs has put it aside.
        LOG.warnf("%s: %s", message.topic(), e.getMessage());
      }
    }
    index.reached(message);
  }

  private void put(ConsumerRecord<String, byte[]> message) {
    String song = SongCatalogue.song(message.key());
    if (message.topic().equals(Topics.SONG_VECTORS.name())) {
      String part = Keys.rest(message.key()).substring(song.length() + 1);
      catalogue.embed(song, part, read(message, Topics.SONG_VECTORS));
      return;
    }
    note(message, song);
    if (message.topic().equals(Topics.SONGS.name())) {
      catalogue.describe(song, read(message, Topics.SONGS));
    } else {
      catalogue.keep(song, read(message, Topics.LYRICS));
    }
  }

  private void makeRoom() {
    if (index.make(false) && !settled()) {
      // The numbers by which songs are told anew were those of the index before.
      outdated = true;
    }
  }

  private synchronized void note(ConsumerRecord<String, byte[]> message, String song) {
    boolean there = message.value() != null;
    toldAnew.ifPresent(told -> told.note(message.topic(), song, there));
  }

  private static <E extends Event> Optional<E> read(
      ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    return Optional.ofNullable(message.value())
        .flatMap(value -> Wire.find(message.key(), value, topic.type()));
  }
}
