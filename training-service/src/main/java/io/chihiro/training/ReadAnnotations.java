package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.Keys;
import io.chihiro.events.LineAnnotated;
import io.chihiro.events.PersonaJudged;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.Topics;
import io.chihiro.models.ByteVector;
import io.chihiro.models.PackedVectors;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.lines.LinePair;
import io.chihiro.models.lines.LinedSongs;
import io.chihiro.models.lines.Persona;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// `ANNOTATIONS + PERSONAS + SONG_VECTORS + SONGS → pairs, personas, lines`: read from end to end
/// when a training begins, and kept by nobody afterwards.
final class ReadAnnotations {
  /// A training looks at fewer; keys are hashes, so it is any of them.
  private static final int MOST_PAIRS = 20_000;

  private final LatestOfUser owner;
  private final int mostLines;

  /// @param mostLines of the songs among which those that are right are looked for
  ReadAnnotations(String broker, int mostLines) {
    this.owner = new LatestOfUser(broker, Identity.OWNER);
    this.mostLines = mostLines;
  }

  /// What the owner of this machine brought.
  OwnAnnotations read() {
    Ids ids = ids();
    Map<String, Set<String>> wanted = wanted(ids);
    LinedSongs songs = wanted.isEmpty() ? new LinedSongs(Map.of()) : lines(wanted);
    return new OwnAnnotations(pairs(ids), personas(wanted, songs), songs);
  }

  // In the order of their keys, so that the same records make the same training.
  private List<LinePair> pairs(Ids ids) {
    List<LinePair> pairs = new ArrayList<>();
    List<LineAnnotated> annotations =
        new TreeMap<>(owner.of(Topics.ANNOTATIONS, Function.identity()))
            .values().stream().limit(MOST_PAIRS).toList();
    for (LineAnnotated each : annotations) {
      pairs.add(new LinePair(ids.of(each.song(), each.named()), each.text(), each.lyric()));
    }
    return pairs;
  }

  private Map<String, Set<String>> wanted(Ids ids) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (PersonaJudged each : owner.of(Topics.PERSONAS, Function.identity()).values()) {
      if (each.relevant()) {
        wanted
            .computeIfAbsent(each.persona(), _ -> new HashSet<>())
            .add(ids.of(each.song(), each.named()));
      }
    }
    return wanted;
  }

  // What is not in the catalogue, or has no line yet, nobody can find.
  private static List<Persona> personas(Map<String, Set<String>> wanted, LinedSongs songs) {
    List<Persona> personas = new ArrayList<>();
    wanted.forEach(
        (text, all) -> {
          all.retainAll(songs.lines().keySet());
          if (!all.isEmpty()) {
            personas.add(new Persona(text, all));
          }
        });
    return personas;
  }

  private LinedSongs lines(Map<String, Set<String>> wanted) {
    Set<String> right = new HashSet<>();
    wanted.values().forEach(right::addAll);
    Room room = new Room(right);
    String ending = "/" + Part.LINES.word() + "/" + SentenceEncoder.VERSION_INT8;
    owner.each(
        Topics.SONG_VECTORS,
        message -> {
          if (message.key().endsWith(ending)) {
            String rest = Keys.rest(message.key());
            String song = rest.substring(0, rest.length() - ending.length());
            room.take(song, LatestOfUser.found(message, Topics.SONG_VECTORS));
          }
        });
    return new LinedSongs(room.songs);
  }

  /// Songs with their lines: those that are right for somebody, and others while there is room.
  private final class Room {
    private final Set<String> right;
    private final Map<String, PackedVectors> songs = new HashMap<>();
    private long others;

    Room(Set<String> right) {
      this.right = right;
    }

    void take(String song, Optional<SongEmbedded> embedded) {
      PackedVectors before = songs.remove(song);
      if (before != null) {
        count(song, -before.size());
      }
      embedded
          .map(SongEmbedded::lines)
          .filter(lines -> !lines.isEmpty())
          .filter(lines -> right.contains(song) || others + lines.size() <= mostLines)
          .ifPresent(lines -> put(song, lines));
    }

    private void put(String song, List<SongEmbedded.Line> lines) {
      songs.put(
          song,
          PackedVectors.of(
              lines.stream()
                  .map(SongEmbedded.Line::vector)
                  .map(vector -> ByteVector.of(vector.step(), vector.toArray()))
                  .toList()));
      count(song, lines.size());
    }

    private void count(String song, int lines) {
      others += right.contains(song) ? 0 : lines;
    }
  }

  /// Under which id the catalogue has a song: the one that follows from its name, unless its owner
  /// calls it otherwise.
  private record Ids(Set<String> known, SongIds spelled) {
    String of(String song, Song named) {
      return known.contains(song) ? song : spelled.of(named.identity());
    }
  }

  private Ids ids() {
    Map<String, List<String>> spelled = owner.of(Topics.SONGS, LatestOfUser::names);
    Map<String, Song> aliases = owner.of(Topics.SONG_ALIASES, SongAliased::as);
    return new Ids(Set.copyOf(spelled.keySet()), new SongIds(spelled, aliases));
  }
}
