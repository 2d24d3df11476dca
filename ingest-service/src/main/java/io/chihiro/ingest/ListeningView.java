package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
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
    String key = Keys.of(user, song);
    return Optional.ofNullable(songs(user).get(key))
        .map(bytes -> Wire.read(key, bytes, SongDescribed.class));
  }

  /// The first songs of the catalogue that are wanted.
  List<SongDescribed> songs(String user, Predicate<SongDescribed> wanted, int limit) {
    List<SongDescribed> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        songs(user).range(user + '/', user + (char) ('/' + 1))) {
      while (all.hasNext() && found.size() < limit) {
        var entry = all.next();
        SongDescribed song = Wire.read(entry.key, entry.value, SongDescribed.class);
        if (wanted.test(song)) {
          found.add(song);
        }
      }
    }
    return found;
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
}
