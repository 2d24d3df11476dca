package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The space of an encoder, or of two: one that reads days and one that reads questions.
///
/// Vectors are compared in eight bits, as answers compare them.
///
/// Every text is encoded once and remembered: what measures models asks for the same days again and
/// again. So a space lives as long as a measurement, not as long as a service.
public final class EncoderSpace implements TextSpace<ByteVector> {
  private static final ByteVector NONE = ByteVector.of(new float[0]);

  private final TextEncoder days;
  private final TextEncoder questions;
  private final Map<String, ByteVector> daysRead = new ConcurrentHashMap<>();
  private final Map<String, ByteVector> questionsRead = new ConcurrentHashMap<>();

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
  public List<ByteVector> days(List<String> texts) throws InterruptedException {
    return read(texts, days, daysRead);
  }

  @Override
  public List<ByteVector> questions(List<String> texts) throws InterruptedException {
    return read(texts, questions, questionsRead);
  }

  private static List<ByteVector> read(
      List<String> texts, TextEncoder encoder, Map<String, ByteVector> known)
      throws InterruptedException {
    List<String> fresh =
        texts.stream().distinct().filter(text -> !known.containsKey(text)).toList();
    List<float[]> encoded = encoder.encodeAll(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      known.put(fresh.get(i), ByteVector.of(encoded.get(i)));
    }
    return texts.stream().map(text -> known.getOrDefault(text, NONE)).toList();
  }

  @Override
  public double similarity(ByteVector one, ByteVector other) {
    return one.dot(other);
  }

  @Override
  public List<Span> windows(String text) {
    return PassageSplitter.windowsOf(text, days);
  }
}
