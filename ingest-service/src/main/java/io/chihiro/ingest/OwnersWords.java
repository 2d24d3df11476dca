package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import io.chihiro.ingest.listening.OwnersWord;
import io.chihiro.ingest.listening.PlayRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// What each user says of their listening, read where it is kept: `user/topic/rest` → the record.
///
/// There is little of it: what people say by hand, and a line for each photo that tells its offset.
final class OwnersWords {
  private final ReadOnlyKeyValueStore<String, byte[]> said;
  private final PlayRules rules;

  OwnersWords(ReadOnlyKeyValueStore<String, byte[]> said, PlayRules rules) {
    this.said = said;
    this.rules = rules;
  }

  static String key(Topic<?> topic, String key) {
    return Keys.of(Keys.user(key), topic.name(), Keys.rest(key));
  }

  OwnersWord of(String user) {
    return new OwnersWord(
        rules.with(ownRules(user)), corrections(user), aliases(user), photos(user));
  }

  /// The user's own rules, as they said them.
  ListeningRules ownRules(String user) {
    AtomicReference<ListeningRules> own = new AtomicReference<>(ListeningRules.none(user));
    each(user, Topics.LISTENING_RULES, own::set);
    return own.get();
  }

  private Map<String, PlayCorrected> corrections(String user) {
    Map<String, PlayCorrected> corrections = new HashMap<>();
    each(user, Topics.PLAY_CORRECTIONS, word -> corrections.put(word.play(), word));
    return corrections;
  }

  /// The songs that the owner calls so, by alias.
  Map<String, Song> aliases(String user) {
    Map<String, Song> aliases = new TreeMap<>();
    each(user, Topics.SONG_ALIASES, word -> aliases.put(word.alias(), word.as()));
    return aliases;
  }

  // Pages come in the order of their ids, so that the same one is believed each time.
  private Map<LocalDate, ZoneOffset> photos(String user) {
    Map<LocalDate, ZoneOffset> photos = new HashMap<>();
    each(
        user,
        Topics.JOURNAL_PAGES,
        page ->
            page.capturedAt()
                .ifPresent(
                    at ->
                        page.capturedOffset()
                            .ifPresent(offset -> photos.putIfAbsent(at.toLocalDate(), offset))));
    return photos;
  }

  private <E extends Event> void each(String user, Topic<E> topic, Consumer<E> reader) {
    String from = Keys.of(user, topic.name()) + '/';
    try (KeyValueIterator<String, byte[]> range =
        said.range(from, Keys.of(user, topic.name()) + (char) ('/' + 1))) {
      range.forEachRemaining(
          entry -> reader.accept(Wire.read(entry.key, entry.value, topic.type())));
    }
  }

  /// Whether a page says anything of use here.
  static boolean tells(PageScanned page) {
    return page.capturedAt().isPresent() && page.capturedOffset().isPresent();
  }
}
