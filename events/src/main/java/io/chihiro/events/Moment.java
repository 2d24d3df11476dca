package io.chihiro.events;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  /// @param learnable how many of the plays models may learn from, where it is not all of them; 0
  ///     where they are too few for the song to belong to the day
  public record SongPlays(
      Song song, int plays, Optional<String> spotifyUri, Optional<Integer> learnable) {
    public SongPlays {
      Check.require(song != null, "song must be given");
      Check.require(plays > 0, "plays must be positive: " + plays);
      learnable.ifPresent(few -> Check.notNegative("learnable", few));
    }

    /// A song of whose plays models may learn.
    public SongPlays(Song song, int plays, Optional<String> spotifyUri) {
      this(song, plays, spotifyUri, Optional.empty());
    }

    /// How many of the plays models may learn from.
    public int mayTeach() {
      return learnable.orElse(plays);
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

  /// The day as models may learn it: only songs and plays whose sources allow that.
  public Moment learnable() {
    return songs.stream().allMatch(song -> song.learnable().isEmpty())
        ? this
        : new Moment(user, date, text, songs.stream().flatMap(Moment::taught).toList());
  }

  private static Stream<SongPlays> taught(SongPlays song) {
    return song.mayTeach() == 0
        ? Stream.empty()
        : Stream.of(new SongPlays(song.song(), song.mayTeach(), song.spotifyUri()));
  }

  /// How often each song was played that day, by the song's identity.
  public Map<String, Integer> playsBySong() {
    Map<String, Integer> plays = new HashMap<>();
    songs.forEach(song -> plays.merge(song.song().identity(), song.plays(), Integer::sum));
    return plays;
  }
}
