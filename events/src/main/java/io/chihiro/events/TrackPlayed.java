package io.chihiro.events;

import java.time.Instant;
import java.util.Optional;

/// One play of one song, as a source told it. Whether it counts is decided later, in the topology.
///
/// @param user who listened
/// @param play id within the user: the same play from the same source has the same id
/// @param song what was played
/// @param album if the source tells
/// @param spotifyUri the source's own id, if it has one
/// @param endedAt when the play ended (Spotify's `ts`)
/// @param msPlayed milliseconds heard
/// @param reasonStart how it began, in the source's words
/// @param reasonEnd how it ended, in the source's words
/// @param skipped whether the source calls it skipped
/// @param country ISO 3166 code of the connection, if the source tells
/// @param source who told us: training and privacy rules differ by source
public record TrackPlayed(
    String user,
    String play,
    Song song,
    Optional<String> album,
    Optional<String> spotifyUri,
    Instant endedAt,
    long msPlayed,
    Optional<String> reasonStart,
    Optional<String> reasonEnd,
    boolean skipped,
    Optional<String> country,
    Source source)
    implements Event {

  /// Who told us about a play.
  public enum Source {
    SPOTIFY_EXTENDED_HISTORY,
    SPOTIFY_ACCOUNT_DATA
  }

  public TrackPlayed {
    user = Check.user(user);
    play = Check.text("play", play);
    Check.require(song != null, "song must be given");
    Check.require(endedAt != null, "endedAt must be given");
    Check.notNegative("msPlayed", msPlayed);
    Check.require(source != null, "source must be given");
  }

  /// `user/play`.
  public String key() {
    return Keys.of(user, play);
  }
}
