package io.chihiro.ingest;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.events.EraseRecords;
import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.OwnersWord;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.SourceRounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Forgets plays, and all that is kept beside them: those of some local days, or everything of a
/// user. Doing it again, or after being killed in the middle, ends in the same.
@ApplicationScoped
public class ErasePlays {
  private static final List<Topic<?>> SAID =
      List.of(
          Topics.PLAY_CORRECTIONS,
          Topics.SONG_ALIASES,
          Topics.LISTENING_RULES,
          Topics.PLAYLISTS,
          Topics.ANNOTATIONS,
          Topics.PERSONAS,
          Topics.LYRICS,
          Topics.SONG_LISTINGS);

  private final StoredRecords<TrackPlayed> plays;
  private final StoredRecords<SongListed> listed;
  private final EraseRecords records;
  private final EventWriter events;
  private final ListeningView listening;
  private final ImportQueue imports;
  private final SongImportQueue catalogues;
  private final SourceRounds rounds;
  private final ConnectionFiles connections;
  private final FindLyrics lyrics;

  public ErasePlays(
      IngestSettings settings,
      KafkaEventWriter events,
      ListeningView listening,
      ImportQueue imports,
      SongImportQueue catalogues,
      SourceRounds rounds,
      ConnectionFiles connections,
      FindLyrics lyrics) {
    this.plays = new StoredRecords<>(settings.broker(), Topics.PLAYS);
    this.listed = new StoredRecords<>(settings.broker(), Topics.SONG_LISTINGS);
    this.records = new EraseRecords(settings.broker(), "ingest-erase", events);
    this.events = events;
    this.listening = listening;
    this.imports = imports;
    this.catalogues = catalogues;
    this.rounds = rounds;
    this.connections = connections;
    this.lyrics = lyrics;
  }

  /// Forgets whatever could bring plays back; it lies in files, with which one copy of this service
  /// works.
  List<Removed> eraseFiles(String user, Wanted wanted) {
    return wanted.everything() ? rounds.undisturbed(() -> files(user)) : List.of();
  }

  private List<Removed> files(String user) {
    return List.of(
        new Removed("imports", imports.forgetAll(user)),
        new Removed("imports of songs", catalogues.forgetAll(user)),
        new Removed("connections to sources", connections.forgetAll(user)),
        new Removed("lyrics that were looked for", lyrics.forgetAll(user)));
  }

  /// Forgets; when it returns, the topics are safe, and the topology has yet to follow.
  List<Removed> erase(String user, Wanted wanted) {
    return wanted.everything()
        ? everything(user)
        : wanted.plays() ? ofDays(user, wanted.days()) : List.of();
  }

  private List<Removed> everything(String user) {
    List<Removed> removed = new ArrayList<>();
    for (Topic<?> topic : SAID) {
      removed.add(new Removed(topic.name().replace('-', ' '), records.erase(topic, user)));
    }
    removed.addAll(remove(user, GoingPlays.of(plays.latest(user), _ -> true)));
    return removed;
  }

  private List<Removed> ofDays(String user, Set<LocalDate> days) {
    Set<String> going = new HashSet<>();
    OwnersWord word = listening.word(user);
    days.forEach(day -> going.addAll(playsOf(user, word, day)));
    going.forEach(play -> events.delete(Topics.PLAY_CORRECTIONS, Keys.of(user, play)));
    return remove(user, GoingPlays.of(plays.latest(user), play -> going.contains(play.play())));
  }

  // What its owner had deleted is no listen any more, but was told of this day.
  private Set<String> playsOf(String user, OwnersWord word, LocalDate day) {
    Set<String> all = new HashSet<>();
    listening.listens(user, word, day, day).forEach(listen -> add(all, listen));
    Set<String> told = new HashSet<>();
    listening.listens(user, word.asTold(), day, day).forEach(listen -> add(told, listen));
    told.stream()
        .filter(play -> word.correction(play).filter(said -> said.deleted()).isPresent())
        .forEach(all::add);
    return all;
  }

  private static void add(Set<String> plays, Listen listen) {
    listen.plays().map(HeardPlay::play).forEach(plays::add);
  }

  private List<Removed> remove(String user, GoingPlays going) {
    going.leave(events, () -> listed.latest(user));
    events.flush();
    return List.of(
        new Removed("plays", going.headers().size()), new Removed("songs", going.songs()));
  }
}
