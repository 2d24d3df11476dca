package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;

/// The space of an encoder, or of two: one that reads days and one that reads questions.
public final class EncoderSpace implements TextSpace<float[]> {
  private final TextEncoder days;
  private final TextEncoder questions;

  /// Days and questions are read alike.
  public EncoderSpace(TextEncoder encoder) {
    this(encoder, encoder);
  }

  /// Days are read by one encoder and questions by the one that it was tuned from.
  public EncoderSpace(TextEncoder days, TextEncoder questions) {
    if (days.dimension() != questions.dimension()) {
      throw new IllegalArgumentException(
          days.version() + " and " + questions.version() + " differ in their dimensions");
    }
    this.days = days;
    this.questions = questions;
  }

  @Override
  public List<float[]> days(List<String> texts) throws InterruptedException {
    return days.encodeAll(texts);
  }

  @Override
  public List<float[]> questions(List<String> texts) throws InterruptedException {
    return questions.encodeAll(texts);
  }

  @Override
  public double similarity(float[] one, float[] other) {
    return Vectors.dot(one, other);
  }

  @Override
  public List<Span> windows(String text) {
    return PassageSplitter.windowsOf(text, days);
  }
}
