package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One play of one song, as a source told it. Whether it counts is decided later, in the topology.
///
/// @param user who listened
/// @param play id within the user: the same play from the same source has the same id
/// @param song what was played
/// @param album if the source tells
/// @param spotifyUri the source's own id, if it has one
/// @param endedAt when the play ended (Spotify's `ts`); where the start is told, that
///     and the song's length, if it is known
/// @param msPlayed milliseconds heard; the song's length, or 0, where the source does not tell
/// @param reasonStart how it began, in the source's words
/// @param reasonEnd how it ended, in the source's words
/// @param skipped whether the source calls it skipped
/// @param country ISO 3166 code of the connection, if the source tells
/// @param source who told us: training and privacy rules differ by source
/// @param stamp what the time stamp tells, where it is not what the source's stamps usually tell
/// @param ids other sources' ids of the song, by kind: `mbid`, `isrc`
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
    Source source,
    Optional<Stamp> stamp,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> ids)
    implements Event {

  /// What a source's time stamp tells.
  public enum Stamp {
    END,
    END_TO_THE_MINUTE,
    START,
    START_TO_THE_MINUTE;

    /// Whether it is the start that is told.
    public boolean tellsStart() {
      return this == START || this == START_TO_THE_MINUTE;
    }

    /// Whether seconds are missing.
    public boolean toTheMinute() {
      return this == END_TO_THE_MINUTE || this == START_TO_THE_MINUTE;
    }
  }

  /// Who told us about a play. In the order of how exactly they tell it: where several sources tell
  /// of one listen, the first is believed.
  public enum Source {
    /// Entered by hand.
    OWNER(Stamp.END, true, true),
    SPOTIFY_EXTENDED_HISTORY(Stamp.END, true, true),
    SPOTIFY_ACCOUNT_DATA(Stamp.END_TO_THE_MINUTE, true, true),
    /// Fetched live. Spotify's developer policy (III.14) forbids to train models on it.
    SPOTIFY_API(Stamp.END, false, false),
    ROCKBOX(Stamp.START, false, true),
    LISTENBRAINZ(Stamp.START, false, true),
    LAST_FM(Stamp.START, false, true),
    MALOJA(Stamp.START, false, true),
    LIBRE_FM(Stamp.START, false, true),
    PANO_SCROBBLER(Stamp.START, false, true),
    CSV(Stamp.START, false, true);

    private final Stamp stamp;
    private final boolean tellsHeard;
    private final boolean mayTeach;

    Source(Stamp stamp, boolean tellsHeard, boolean mayTeach) {
      this.stamp = stamp;
      this.tellsHeard = tellsHeard;
      this.mayTeach = mayTeach;
    }

    /// What its time stamps usually tell.
    public Stamp stamp() {
      return stamp;
    }

    /// Whether the milliseconds it tells are those heard, not the song's length.
    public boolean tellsHeard() {
      return tellsHeard;
    }

    /// Whether models may learn from its plays without the owner's word.
    public boolean mayTeach() {
      return mayTeach;
    }
  }

  public TrackPlayed {
    user = Check.user(user);
    play = Check.text("play", play);
    Check.require(song != null, "song must be given");
    Check.require(endedAt != null, "endedAt must be given");
    Check.notNegative("msPlayed", msPlayed);
    Check.require(source != null, "source must be given");
    ids = Absent.toEmpty(ids);
  }

  /// A play whose stamp is as usual, of a song without other ids.
  public TrackPlayed(
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
      Source source) {
    this(
        user,
        play,
        song,
        album,
        spotifyUri,
        endedAt,
        msPlayed,
        reasonStart,
        reasonEnd,
        skipped,
        country,
        source,
        Optional.empty(),
        Map.of());
  }

  /// What its time stamp tells.
  public Stamp told() {
    return stamp.orElse(source.stamp());
  }

  /// `user/play`.
  public String key() {
    return Keys.of(user, play);
  }
}
