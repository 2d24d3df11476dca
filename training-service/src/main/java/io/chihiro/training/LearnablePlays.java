package io.chihiro.training;

import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What of somebody's plays and playlists models may learn from, after their own rules and word.
/// Pure.
///
/// The rules are those by which days are composed; only the matching of what several sources tell
/// is left out: told twice, a song follows itself, and is there once.
///
/// @param rules of the user
/// @param shortest a play below this does not count unless the rules say otherwise
/// @param corrections by play
record LearnablePlays(
    ListeningRules rules, Duration shortest, Map<String, PlayCorrected> corrections) {
  LearnablePlays {
    corrections = Map.copyOf(corrections);
  }

  /// A play that counts.
  ///
  /// @param spelled identity of the song as it was told
  record Heard(String spelled, Instant from, Instant to, Source source) {}

  /// A play, if it counts and models may learn from it.
  Optional<Heard> of(TrackPlayed play) {
    Optional<PlayCorrected> word = Optional.ofNullable(corrections.get(play.play()));
    boolean left = word.filter(said -> said.deleted() || isHidden(said)).isPresent();
    long milliseconds = word.flatMap(PlayCorrected::msPlayed).orElse(play.msPlayed());
    return left || !mayTeach(play.source()) || !counts(play, milliseconds, heardIsTold(play, word))
        ? Optional.empty()
        : Optional.of(heard(play, word, milliseconds));
  }

  private static Heard heard(TrackPlayed play, Optional<PlayCorrected> word, long milliseconds) {
    Instant end = word.flatMap(PlayCorrected::endedAt).orElse(play.endedAt());
    return new Heard(
        word.flatMap(PlayCorrected::song).orElse(play.song()).identity(),
        end.minusMillis(milliseconds),
        end,
        play.source());
  }

  private boolean isHidden(PlayCorrected said) {
    return said.secret() && !rules.secretCounts().orElse(false);
  }

  private boolean mayTeach(Source source) {
    return source.mayTeach() || rules.apiPlaysTeach().orElse(false);
  }

  /// Whether models may learn from a playlist.
  boolean mayTeach(PlaylistKept list) {
    return list.source().mayTeach() || rules.apiPlaysTeach().orElse(false);
  }

  // Where a play's time was set right by hand, it is its end.
  private static boolean heardIsTold(TrackPlayed play, Optional<PlayCorrected> word) {
    boolean retimed = word.flatMap(PlayCorrected::endedAt).isPresent();
    return play.source().tellsHeard() && (retimed || !play.told().tellsStart());
  }

  private boolean counts(TrackPlayed play, long milliseconds, boolean heardIsTold) {
    if (play.skipped() && !(rules.skipsCount().orElse(true) && heardIsTold)) {
      return false;
    }
    Duration least = rules.shortestPlaySeconds().map(Duration::ofSeconds).orElse(shortest);
    boolean unknownLength = milliseconds == 0 && !heardIsTold;
    return unknownLength || milliseconds >= least.toMillis();
  }
}
