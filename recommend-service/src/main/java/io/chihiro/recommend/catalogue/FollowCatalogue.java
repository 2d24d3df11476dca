package io.chihiro.recommend.catalogue;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// `SONGS + LYRICS + SONG_VECTORS → SongCatalogue` of one user, from the topics' beginnings on.
final class FollowCatalogue implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FollowCatalogue.class);

  private final String user;
  private final SongCatalogue catalogue;
  private final TopicFollower follower;

  FollowCatalogue(String broker, String user, Bounds bounds, Optional<String> pictures) {
    this.user = user;
    this.catalogue = new SongCatalogue(bounds, pictures);
    this.follower =
        TopicFollower.ofUser(
                broker,
                "recommend-catalogue",
                List.of(Topics.SONGS, Topics.LYRICS, Topics.SONG_VECTORS),
                user,
                batch -> batch.forEach(this::take))
            .start();
  }

  /// Whether it holds everything that was there when it began to read.
  boolean whole() {
    return follower.caughtUp();
  }

  /// Waits until it does, for so long at most.
  boolean awaitWhole(Duration patience) throws InterruptedException {
    try {
      follower.awaitCaughtUp(patience);
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  SongCatalogue catalogue() {
    return catalogue;
  }

  @Override
  public void close() {
    follower.close();
  }

  // Others may share the partition.
  private void take(ConsumerRecord<String, byte[]> message) {
    if (!Keys.user(message.key()).equals(user)) {
      return;
    }
    try {
      put(message);
    } catch (UnreadableRecordException e) {
      // Whoever embeds songs has put it aside.
      LOG.warnf("%s: %s", message.topic(), e.getMessage());
    }
  }

  private void put(ConsumerRecord<String, byte[]> message) {
    String song = SongCatalogue.song(message.key());
    if (message.topic().equals(Topics.SONGS.name())) {
      catalogue.describe(song, read(message, Topics.SONGS));
      return;
    }
    if (message.topic().equals(Topics.LYRICS.name())) {
      catalogue.keep(song, read(message, Topics.LYRICS));
      return;
    }
    String part = Keys.rest(message.key()).substring(song.length() + 1);
    catalogue.embed(song, part, read(message, Topics.SONG_VECTORS));
  }

  private static <E extends Event> Optional<E> read(
      ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    return Optional.ofNullable(message.value())
        .flatMap(value -> Wire.find(message.key(), value, topic.type()));
  }
}
