package io.chihiro.events;

import java.time.Instant;
import java.util.Optional;

/// What the owner says of a play. The play itself stays as its source told it, so that importing it
/// again cannot undo the owner's word.
///
/// @param user whose play it is
/// @param play the play's id within the user
/// @param toldEndedAt when the play ended by its source: where it is found
/// @param deleted whether it is to be as if it had never been
/// @param secret whether it is kept but does not count
/// @param apart whether it is a listen of its own, whatever other sources tell
/// @param song what was played in truth
/// @param endedAt when it ended in truth
/// @param msPlayed milliseconds heard in truth
public record PlayCorrected(
    String user,
    String play,
    Instant toldEndedAt,
    boolean deleted,
    boolean secret,
    boolean apart,
    Optional<Song> song,
    Optional<Instant> endedAt,
    Optional<Long> msPlayed)
    implements Event {
  public PlayCorrected {
    user = Check.user(user);
    play = Check.text("play", play);
    Check.require(toldEndedAt != null, "toldEndedAt must be given");
    msPlayed.ifPresent(milliseconds -> Check.notNegative("msPlayed", milliseconds));
  }

  /// `user/play`.
  public String key() {
    return Keys.of(user, play);
  }
}
