package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// How sure we are, from 0 (a guess) to 1 (certain).
///
/// @param value 0 to 1
public record Confidence(@JsonValue double value) {
  public static final Confidence NONE = new Confidence(0);
  public static final Confidence FULL = new Confidence(1);

  @JsonCreator
  public Confidence {
    Check.require(value >= 0 && value <= 1, "confidence must lie between 0 and 1: " + value);
  }
}
