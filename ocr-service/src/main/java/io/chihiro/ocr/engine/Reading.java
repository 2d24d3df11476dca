package io.chihiro.ocr.engine;

import io.chihiro.events.Confidence;
import java.time.LocalDate;
import java.util.List;

/// What an engine made of a page.
public sealed interface Reading {
  /// It read this text; lines are separated by `\n`.
  ///
  /// @param confidence the engine's own mean confidence
  /// @param dates what the engine itself took for dates on the page, if it was asked for them
  record Text(String text, Confidence confidence, List<LocalDate> dates) implements Reading {
    public Text {
      dates = List.copyOf(dates);
    }

    /// Of an engine that is not asked for dates.
    public Text(String text, Confidence confidence) {
      this(text, confidence, List.of());
    }
  }

  /// It would not read the page, or found nothing on it.
  record Refused(String why) implements Reading {}

  /// It did not answer in time.
  record TimedOut(String why) implements Reading {}

  /// It could not be asked, or its answer could not be understood.
  record Failed(String why) implements Reading {}

  /// It was not asked at all: the owner does not want it, or it rests.
  record NotAsked(String why) implements Reading {}
}
