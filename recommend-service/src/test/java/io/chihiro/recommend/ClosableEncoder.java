package io.chihiro.recommend;

import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.List;

/// An encoder that tells whether it was closed.
final class ClosableEncoder implements TextEncoder {
  private final TextEncoder encoder;
  private boolean closed;

  ClosableEncoder(String version) {
    this.encoder = new InMemoryEncoder(version, 8);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String version() {
    return encoder.version();
  }

  @Override
  public int dimension() {
    return encoder.dimension();
  }

  @Override
  public int window() {
    return encoder.window();
  }

  @Override
  public float[] encode(String text) {
    return encoder.encode(text);
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    return encoder.encodeAll(texts);
  }

  @Override
  public List<Span> tokens(String text) {
    return encoder.tokens(text);
  }

  @Override
  public void close() {
    closed = true;
  }
}
