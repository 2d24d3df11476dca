package io.chihiro.models.explain;

import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Counts some words, and remembers what it was asked to encode. Its vectors are as long as they
/// are: what is linear stays linear.
final class CountingEncoder implements TextEncoder {
  private final List<String> words;
  private final List<String> texts = new ArrayList<>();
  private int batches;

  CountingEncoder(String... words) {
    this.words = List.of(words);
  }

  double score(String text, SongScorer song) {
    return song.score(encode(text));
  }

  void forget() {
    texts.clear();
    batches = 0;
  }

  List<String> texts() {
    return texts;
  }

  int batches() {
    return batches;
  }

  @Override
  public String version() {
    return "counting";
  }

  @Override
  public int dimension() {
    return words.size();
  }

  @Override
  public int window() {
    return 256;
  }

  @Override
  public float[] encode(String text) {
    float[] vector = new float[words.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = text.toLowerCase(Locale.ROOT).split(words.get(i), -1).length - 1;
    }
    return vector;
  }

  @Override
  public List<float[]> encodeAll(List<String> all) {
    texts.addAll(all);
    batches++;
    return all.stream().map(this::encode).toList();
  }

  @Override
  public List<Span> tokens(String text) {
    return List.of(new Span(0, text.length()));
  }

  @Override
  public void close() {}
}
