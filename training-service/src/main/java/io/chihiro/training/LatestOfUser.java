package io.chihiro.training;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// What one user's topics hold now, read from end to end when a training begins. Of each record
/// only what is needed stays in memory.
///
/// @param broker `host:port`
/// @param user whose records are read, and nobody else's
record LatestOfUser(String broker, String user) {
  private static final Logger LOG = Logger.getLogger(LatestOfUser.class);

  /// What is needed of each record, by its key within the user.
  <E extends Event, V> Map<String, V> of(Topic<E> topic, Function<E, V> needed) {
    Map<String, V> latest = new HashMap<>();
    each(
        topic,
        message ->
            found(message, topic)
                .ifPresentOrElse(
                    event -> latest.put(Keys.rest(message.key()), needed.apply(event)),
                    () -> latest.remove(Keys.rest(message.key()))));
    return latest;
  }

  /// Shows every record, deletions among them.
  void each(Topic<?> topic, UserRecords.Reader reader) {
    new UserRecords(broker, "training-" + topic.name(), List.of(topic)).each(user, reader);
  }

  /// What of the plays counts and may be learned from.
  ///
  /// @param shortest a play below this does not count unless the user says otherwise
  LearnablePlays learnable(Duration shortest) {
    Collection<ListeningRules> rules = of(Topics.LISTENING_RULES, Function.identity()).values();
    return new LearnablePlays(
        rules.stream().findFirst().orElseGet(() -> ListeningRules.none(user)),
        shortest,
        of(Topics.PLAY_CORRECTIONS, Function.identity()));
  }

  /// Under which ids the user's catalogue has songs.
  SongIds ids() {
    Map<String, Song> aliases = of(Topics.SONG_ALIASES, SongAliased::as);
    return new SongIds(of(Topics.SONGS, LatestOfUser::names), aliases);
  }

  /// Identities under which a song is met.
  static List<String> names(SongDescribed song) {
    return Stream.concat(Stream.of(song.named()), song.spellings().stream())
        .map(Song::identity)
        .distinct()
        .toList();
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
}
