package io.chihiro.sample;

import java.time.Instant;

/// A song that was heard long enough to count.
///
/// @param from when it began
/// @param to when it ended
public record Listened(SongName song, Instant from, Instant to) {
  static Listened of(Play play) {
    return new Listened(
        SongName.of(play.track()), play.end().minusMillis(play.milliseconds()), play.end());
  }
}
