package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when it is told to.
public final class SetClock implements InstantSource {
  private Instant now;

  /// A clock that stands.
  public SetClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Time goes by.
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /// It is later.
  public void set(Instant later) {
    now = later;
  }
}
