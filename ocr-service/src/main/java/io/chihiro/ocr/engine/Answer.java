package io.chihiro.ocr.engine;

import java.time.Duration;
import java.util.Optional;

/// What came back from an engine that is asked over a line.
sealed interface Answer {
  /// What it means for the page.
  Reading reading();

  /// It answered in full: that is what costs, and what is kept.
  record Given(Reading reading, Usage usage) implements Answer {}

  /// It asks for patience (429) or is broken for the moment (5xx): asking again may help.
  ///
  /// @param after how long it wants to be left alone, if it says so
  record Busy(Reading reading, Optional<Duration> after) implements Answer {}

  /// Nothing that asking again at once would mend.
  record Broken(Reading reading) implements Answer {}
}
