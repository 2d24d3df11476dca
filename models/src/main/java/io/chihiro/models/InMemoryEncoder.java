package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An encoder's twin without a model, for tests: texts that share words lie close, and every
/// version sees them from another side. Thread-safe.
public class InMemoryEncoder implements TextEncoder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int WINDOW = 256;
  // Whatever holds no word points somewhere all the same.
  private static final float FLOOR = 0.01f;

  private final String version;
  private final int dimension;

  /// An encoder of this version, which decides its numbers.
  public InMemoryEncoder(String version, int dimension) {
    this.version = version;
    this.dimension = dimension;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public float[] encode(String text) {
    float[] counts = new float[dimension];
    counts[0] = FLOOR;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      counts[Math.floorMod((version + words.group()).hashCode(), dimension)]++;
    }
    return Vectors.unit(counts);
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    return texts.stream().map(this::encode).toList();
  }

  @Override
  public List<Span> tokens(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      spans.add(new Span(words.start(), words.end()));
    }
    return spans;
  }

  @Override
  public void close() {}
}
