package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import io.chihiro.training.LearnablePlays.Heard;
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

/// `PLAYS + what the owner says of them + SONGS + PLAYLISTS → sequences`: read from end to end when
/// a training begins, and kept by nobody afterwards.
final class ReadSequences {
  private static final Logger LOG = Logger.getLogger(ReadSequences.class);

  private final String broker;
  private final Duration shortest;

  /// @param shortest a play below this does not count unless its owner says otherwise
  ReadSequences(String broker, Duration shortest) {
    this.broker = broker;
    this.shortest = shortest;
  }

  /// What the owner of this machine heard together, as far as models may learn from it.
  OwnSequences read() {
    LearnablePlays learnable =
        new LearnablePlays(
            latest(Topics.LISTENING_RULES, Function.identity()).values().stream()
                .findFirst()
                .orElseGet(() -> ListeningRules.none(Identity.OWNER)),
            shortest,
            byRest(latest(Topics.PLAY_CORRECTIONS, Function.identity())));
    Map<String, Optional<Heard>> plays = latest(Topics.PLAYS, learnable::of);
    Collection<Optional<List<String>>> lists =
        latest(Topics.PLAYLISTS, list -> songs(learnable, list)).values();
    Map<String, Song> aliases = byRest(latest(Topics.SONG_ALIASES, SongAliased::as));
    return OwnSequences.of(
        plays.values().stream().flatMap(Optional::stream).toList(),
        lists.stream().flatMap(Optional::stream).toList(),
        new SongIds(byRest(latest(Topics.SONGS, ReadSequences::names)), aliases));
  }

  private static Optional<List<String>> songs(LearnablePlays learnable, PlaylistKept list) {
    return learnable.mayTeach(list)
        ? Optional.of(list.entries().stream().map(entry -> entry.song().identity()).toList())
        : Optional.empty();
  }

  private static List<String> names(SongDescribed song) {
    return Stream.concat(Stream.of(song.named()), song.spellings().stream())
        .map(Song::identity)
        .distinct()
        .toList();
  }

  private static <V> Map<String, V> byRest(Map<String, V> byKey) {
    Map<String, V> byRest = new HashMap<>();
    byKey.forEach((key, value) -> byRest.put(Keys.rest(key), value));
    return byRest;
  }

  // Of a life of plays only what is needed stays in memory.
  private <E extends Event, V> Map<String, V> latest(Topic<E> topic, Function<E, V> needed) {
    Map<String, V> latest = new HashMap<>();
    new UserRecords(broker, "training-" + topic.name(), List.of(topic))
        .each(
            Identity.OWNER,
            message ->
                read(message, topic)
                    .ifPresentOrElse(
                        event -> latest.put(message.key(), needed.apply(event)),
                        () -> latest.remove(message.key())));
    return latest;
  }

  // Whoever writes moments of them has put aside what cannot be read.
  private static <E extends Event> Optional<E> read(
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
