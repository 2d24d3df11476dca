package io.chihiro.events;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One user's local calendar day that has journal text: the text, and the songs kept replaying.
///
/// @param user whose day it is
/// @param date the user's local day
/// @param text every indexed entry of that day, in order, separated by a blank line
/// @param songs the songs played often enough that day, most played first; may be empty
public record Moment(String user, LocalDate date, String text, List<SongPlays> songs)
    implements Event {

  /// How often a song was played that day.
  ///
  /// @param song what was played
  /// @param plays how many plays counted, at least 1
  /// @param spotifyUri the source's own id, if one is known
  public record SongPlays(Song song, int plays, Optional<String> spotifyUri) {
    public SongPlays {
      Check.require(song != null, "song must be given");
      Check.require(plays > 0, "plays must be positive: " + plays);
    }
  }

  public Moment {
    user = Check.user(user);
    Check.require(date != null, "date must be given");
    text = Check.text("text", text);
    songs = Absent.toEmpty(songs);
  }

  /// `user/date`.
  public String key() {
    return Keys.of(user, date.toString());
  }

  /// How often each song was played that day, by the song's identity.
  public Map<String, Integer> playsBySong() {
    Map<String, Integer> plays = new HashMap<>();
    songs.forEach(song -> plays.merge(song.song().identity(), song.plays(), Integer::sum));
    return plays;
  }
}
