package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topic;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// What the records of this machine's owner say now, each topic read from end to end.
final class OwnRecords {
  private static final Logger LOG = Logger.getLogger(OwnRecords.class);

  private final String broker;

  OwnRecords(String broker) {
    this.broker = broker;
  }

  /// What is needed of every record that is there, by its key: nothing else stays in memory.
  <E extends Event, V> Map<String, V> latest(Topic<E> topic, Function<E, V> needed) {
    Map<String, V> latest = new HashMap<>();
    each(
        topic,
        message ->
            found(message, topic)
                .ifPresentOrElse(
                    event -> latest.put(message.key(), needed.apply(event)),
                    () -> latest.remove(message.key())));
    return latest;
  }

  /// The same by what stands behind the user in its key.
  <E extends Event, V> Map<String, V> latestByRest(Topic<E> topic, Function<E, V> needed) {
    Map<String, V> byRest = new HashMap<>();
    latest(topic, needed).forEach((key, value) -> byRest.put(Keys.rest(key), value));
    return byRest;
  }

  /// Shows every record, deletions among them.
  void each(Topic<?> topic, UserRecords.Reader reader) {
    new UserRecords(broker, "training-" + topic.name(), List.of(topic))
        .each(Identity.OWNER, reader);
  }

  /// The record of a message; nothing of a deletion, and of what cannot be read: whoever makes
  /// something of it has put it aside.
  static <E extends Event> Optional<E> found(
      ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    try {
      return Optional.ofNullable(message.value())
          .flatMap(value -> Wire.find(message.key(), value, topic.type()));
    } catch (UnreadableRecordException e) {
      LOG.warnf("%s: %s", topic.name(), e.getMessage());
      return Optional.empty();
    }
  }

  /// The identities under which sources know a song.
  static List<String> names(SongDescribed song) {
    return Stream.concat(Stream.of(song.named()), song.spellings().stream())
        .map(Song::identity)
        .distinct()
        .toList();
  }
}
