package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.OwnersWord;
import io.chihiro.ingest.listening.PlayRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// What somebody listened to, as the topology has it now: the same stores, read by the same
/// functions that compose the days.
@ApplicationScoped
public class ListeningView {
  private final RunTopology topology;
  private final PlayRules rules;

  public ListeningView(RunTopology topology, PlayRules rules) {
    this.topology = topology;
    this.rules = rules;
  }

  /// The listens of some local days, earliest first.
  List<Listen> listens(String user, OwnersWord word, LocalDate first, LocalDate last) {
    return new HeardPlays(plays(user)).listens(user, word, first, last);
  }

  /// What a user says of their listening.
  OwnersWord word(String user) {
    return new OwnersWords(said(user), rules).of(user);
  }

  /// The rules that a user set.
  ListeningRules ownRules(String user) {
    return new OwnersWords(said(user), rules).ownRules(user);
  }

  /// The songs that the owner calls so, by alias.
  Map<String, Song> aliases(String user) {
    return new OwnersWords(said(user), rules).aliases(user);
  }

  /// A play as its source told it.
  Optional<HeardPlay> find(String user, String play) {
    String key = Keys.of(user, play);
    ReadOnlyKeyValueStore<String, String> places = topology.store(DayStores.PLACES, user);
    return Optional.ofNullable(places.get(key))
        .or(() -> PlayPlace.told(key))
        .flatMap(place -> Optional.ofNullable(plays(user).get(place)));
  }

  /// What the owner said of a play.
  Optional<PlayCorrected> correction(String user, String play) {
    String key = OwnersWords.key(Topics.PLAY_CORRECTIONS, Keys.of(user, play));
    return Optional.ofNullable(said(user).get(key))
        .map(bytes -> Wire.read(key, bytes, PlayCorrected.class));
  }

  /// A song of the catalogue.
  Optional<SongDescribed> song(String user, String song) {
    return SongsToTell.whole(Keys.of(user, song), songs(user), listed(user), sung(user));
  }

  /// The first songs of the catalogue that are wanted, those that were played before the others.
  List<SongDescribed> songs(String user, Predicate<SongDescribed> wanted, int limit) {
    List<SongDescribed> found = new ArrayList<>();
    ReadOnlyKeyValueStore<String, byte[]> played = songs(user);
    collect(played, user, _ -> true, wanted, limit, found);
    collect(listed(user), user, key -> played.get(key) == null, wanted, limit, found);
    return found;
  }

  private void collect(
      ReadOnlyKeyValueStore<String, byte[]> from,
      String user,
      Predicate<String> isNew,
      Predicate<SongDescribed> wanted,
      int limit,
      List<SongDescribed> found) {
    try (KeyValueIterator<String, byte[]> all = ofUser(from, user)) {
      while (all.hasNext() && found.size() < limit) {
        String key = all.next().key;
        if (isNew.test(key)) {
          SongsToTell.whole(key, songs(user), listed(user), sung(user))
              .filter(wanted)
              .ifPresent(found::add);
        }
      }
    }
  }

  /// Whether a catalogue says anything.
  boolean hasListed(String user) {
    try (KeyValueIterator<String, byte[]> all = ofUser(listed(user), user)) {
      return all.hasNext();
    }
  }

  /// Shows what catalogues say, song by song.
  void eachListed(String user, Consumer<SongListed> reader) {
    try (KeyValueIterator<String, byte[]> all = ofUser(listed(user), user)) {
      all.forEachRemaining(
          entry -> reader.accept(Wire.read(entry.key, entry.value, SongListed.class)));
    }
  }

  private static KeyValueIterator<String, byte[]> ofUser(
      ReadOnlyKeyValueStore<String, byte[]> store, String user) {
    return store.range(user + '/', user + (char) ('/' + 1));
  }

  private ReadOnlyKeyValueStore<String, HeardPlay> plays(String user) {
    return topology.store(DayStores.PLAYS, user);
  }

  private ReadOnlyKeyValueStore<String, byte[]> said(String user) {
    return topology.store(DayStores.SAID, user);
  }

  private ReadOnlyKeyValueStore<String, byte[]> songs(String user) {
    return topology.store(DayStores.SONGS, user);
  }

  private ReadOnlyKeyValueStore<String, byte[]> listed(String user) {
    return topology.store(DayStores.LISTED, user);
  }

  private ReadOnlyKeyValueStore<String, String> sung(String user) {
    return topology.store(DayStores.SUNG, user);
  }
}
