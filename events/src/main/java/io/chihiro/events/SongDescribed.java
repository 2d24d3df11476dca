package io.chihiro.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A song of somebody's catalogue: every spelling and every id by which sources know it.
///
/// @param user who listens to it
/// @param song id within the user, which follows from what it is called
/// @param named title without featured artists and editions, and the first artist
/// @param spellings as sources wrote it, in order
/// @param albums it was heard on, in order
/// @param ids the sources' own ids by kind: `spotify`, `mbid`, `isrc`
/// @param year it came out, if a source tells
/// @param tags genres and moods that sources gave it
/// @param views how often its page was looked at, if a catalogue tells
/// @param featured further artists, in order
/// @param language of the lyrics as ISO 639 has it (`en`), if a catalogue tells
/// @param audio what it sounds like, by the measure's name: `valence`, `energy`, `tempo` …
/// @param listed whether a catalogue that somebody imported holds it; else only plays tell of it
/// @param lyrics SHA-256 of the text of its lyrics, if they are known; the text is on
///     [Topics#LYRICS] under the same key
public record SongDescribed(
    String user,
    String song,
    Song named,
    List<Song> spellings,
    List<String> albums,
    Map<String, List<String>> ids,
    Optional<Integer> year,
    List<String> tags,
    Optional<Long> views,
    List<String> featured,
    Optional<String> language,
    Map<String, Double> audio,
    boolean listed,
    Optional<String> lyrics)
    implements Event {
  public SongDescribed {
    user = Check.user(user);
    song = Check.text("song", song);
    Check.require(named != null, "named must be given");
    spellings = Absent.toEmpty(spellings);
    albums = Absent.toEmpty(albums);
    ids = Absent.toEmpty(ids);
    tags = Absent.toEmpty(tags);
    featured = Absent.toEmpty(featured);
    audio = Absent.toEmpty(audio);
  }

  /// A song of which a catalogue tells the name and nothing else.
  public static SongDescribed listed(String user, String song, Song named) {
    return new SongDescribed(
        user,
        song,
        named,
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        true,
        Optional.empty());
  }

  /// `user/song`.
  public String key() {
    return Keys.of(user, song);
  }
}
