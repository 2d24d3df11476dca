package io.chihiro.local;

import java.time.Duration;

/// How long to wait before a process that died is started again.
final class Backoff {
  /// A process that lived this long did not fail at its start.
  static final Duration LONG_LIFE = Duration.ofSeconds(15);

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int STEPS = 10;

  private int shortLives;

  /// The pause after one more life of this length.
  Duration after(Duration life) {
    shortLives = life.compareTo(LONG_LIFE) < 0 ? shortLives + 1 : 0;
    Duration pause = FIRST.multipliedBy(1L << Math.clamp(shortLives - 1L, 0, STEPS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
