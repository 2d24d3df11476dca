package io.chihiro.sample;

import java.time.Instant;

/// One play of one song.
///
/// @param track what was heard
/// @param end when it ended
/// @param milliseconds how much of it was heard
/// @param incognito whether it was heard in a private session
record Play(Track track, Instant end, int milliseconds, boolean incognito) {
  /// From here on a play counts.
  static final int COUNTING_MILLISECONDS = 30_000;

  boolean counts() {
    return milliseconds >= COUNTING_MILLISECONDS && !incognito;
  }

  boolean skipped() {
    return milliseconds < COUNTING_MILLISECONDS;
  }
}
