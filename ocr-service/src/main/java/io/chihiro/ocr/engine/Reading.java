package io.chihiro.ocr.engine;

import io.chihiro.events.Confidence;

/// What an engine made of a page.
public sealed interface Reading {
  /// It read this text; lines are separated by `\n`.
  ///
  /// @param confidence the engine's own mean confidence
  record Text(String text, Confidence confidence) implements Reading {}

  /// It would not read the page, or found nothing on it.
  record Refused(String why) implements Reading {}

  /// It did not answer in time.
  record TimedOut(String why) implements Reading {}

  /// It could not be asked, or its answer could not be understood.
  record Failed(String why) implements Reading {}
}
