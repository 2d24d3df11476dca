package io.chihiro.models.sequences;

import java.time.Instant;

/// A play, as far as sessions are concerned.
///
/// @param song its identity
/// @param from when it began
/// @param to when it ended
public record Listen(String song, Instant from, Instant to) {
  public Listen {
    if (song.isBlank() || to.isBefore(from)) {
      throw new IllegalArgumentException("a listen needs a song and ends after it began");
    }
  }
}
