package io.chihiro.ingest.listening;

import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What the days need to know of a play.
///
/// @param play id within the user
/// @param song as its source spelled it
/// @param spotifyUri if its source told one
/// @param endSecond when it ended, in seconds since 1970; see [TrackPlayed#endedAt]
/// @param milliseconds see [TrackPlayed#msPlayed]
/// @param source who told it
/// @param stamp what its time tells
/// @param skipped whether its source calls it skipped
/// @param country of the connection
public record HeardPlay(
    String play,
    Song song,
    Optional<String> spotifyUri,
    long endSecond,
    long milliseconds,
    Source source,
    Stamp stamp,
    boolean skipped,
    Optional<String> country) {

  /// Earliest first; the same whatever was told first.
  public static final Comparator<HeardPlay> IN_TIME =
      Comparator.comparingLong(HeardPlay::endSecond).thenComparing(HeardPlay::play);

  /// A play as it travelled.
  public static HeardPlay of(TrackPlayed played) {
    return new HeardPlay(
        played.play(),
        played.song(),
        played.spotifyUri(),
        played.endedAt().getEpochSecond(),
        played.msPlayed(),
        played.source(),
        played.told(),
        played.skipped(),
        played.country());
  }

  /// What its owner says of it before they say anything.
  public PlayCorrected uncorrected(String user) {
    return new PlayCorrected(
        user,
        play,
        endedAt(),
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The play as its owner says it was.
  public HeardPlay corrected(PlayCorrected word) {
    boolean retimed = word.endedAt().isPresent();
    return new HeardPlay(
        play,
        word.song().orElse(song),
        word.song().isPresent() ? Optional.empty() : spotifyUri,
        word.endedAt().map(Instant::getEpochSecond).orElse(endSecond),
        word.msPlayed().orElse(milliseconds),
        source,
        retimed ? Stamp.END : stamp,
        skipped,
        country);
  }

  /// When it ended.
  public Instant endedAt() {
    return Instant.ofEpochSecond(endSecond);
  }

  /// When it began, if it was not interrupted.
  public long startSecond() {
    return endSecond - Math.ceilDiv(milliseconds, 1000);
  }

  /// Who told it, and in which way: a listen is told once by each.
  ///
  /// @param source who told it
  /// @param toTheMinute whether seconds are missing
  /// @param live whether it was fetched live: files and live answers name plays differently
  record Teller(Source source, boolean toTheMinute, boolean live) implements Comparable<Teller> {
    private static final Comparator<Teller> MOST_EXACT_FIRST =
        Comparator.comparing(Teller::source)
            .thenComparing(Teller::toTheMinute)
            .thenComparing(Teller::live);

    @Override
    public int compareTo(Teller other) {
      return MOST_EXACT_FIRST.compare(this, other);
    }
  }

  /// Who told it.
  Teller teller() {
    return new Teller(source, stamp.toTheMinute(), !Character.isDigit(play.charAt(0)));
  }

  /// Whether its milliseconds are those heard.
  public boolean tellsHeard() {
    return source.tellsHeard() && !stamp.tellsStart();
  }
}
