package io.chihiro.embedding;

import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// An encoder that goes on only as often as it is let.
final class GatedEncoder implements TextEncoder {
  private final TextEncoder encoder;
  private final Semaphore gate;
  private final AtomicInteger texts;

  GatedEncoder(String version, Semaphore gate, AtomicInteger texts) {
    this.encoder = new InMemoryEncoder(version, 8);
    this.gate = gate;
    this.texts = texts;
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
  public List<float[]> encodeAll(List<String> all) throws InterruptedException {
    gate.acquire();
    texts.addAndGet(all.size());
    return encoder.encodeAll(all);
  }

  @Override
  public List<Span> tokens(String text) {
    return encoder.tokens(text);
  }

  @Override
  public void close() {}
}
