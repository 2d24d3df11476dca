package io.chihiro.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A song as the catalogues say it that somebody imported; whoever imported it also has it.
///
/// @param user who imported it
/// @param song id within the user, which follows from what it is called: a song that was also
///     played has the same
/// @param named title without featured artists and editions, and the first artist
/// @param ids the catalogues' own ids by kind: `catalogue`, `spotify`, `isrc`
/// @param year it came out, if a catalogue tells
/// @param tags genres and moods that catalogues gave it, in order
/// @param views how often its page was looked at, if a catalogue tells
/// @param featured further artists, in order
/// @param language of the lyrics as ISO 639 has it (`en`), if a catalogue tells
/// @param audio what it sounds like, by the measure's name: `valence` and `energy` lie between 0
///     and 1, `tempo` is in beats a minute, `loudness` in decibels
public record SongListed(
    String user,
    String song,
    Song named,
    Map<String, List<String>> ids,
    Optional<Integer> year,
    List<String> tags,
    Optional<Long> views,
    List<String> featured,
    Optional<String> language,
    Map<String, Double> audio)
    implements Event {
  public SongListed {
    user = Check.user(user);
    song = Check.text("song", song);
    Check.require(named != null, "named must be given");
    ids = Absent.toEmpty(ids);
    tags = Absent.toEmpty(tags);
    featured = Absent.toEmpty(featured);
    audio = Absent.toEmpty(audio);
  }

  /// `user/song`.
  public String key() {
    return Keys.of(user, song);
  }
}
