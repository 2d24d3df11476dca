package io.chihiro.embedding;

import io.chihiro.models.InMemoryEncoder;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// An encoder that goes on only as often as it is let.
final class GatedEncoder extends InMemoryEncoder {
  private final Semaphore gate;
  private final AtomicInteger texts;

  GatedEncoder(String version, Semaphore gate, AtomicInteger texts) {
    super(version, 8);
    this.gate = gate;
    this.texts = texts;
  }

  @Override
  public List<float[]> encodeAll(List<String> all) throws InterruptedException {
    gate.acquire();
    texts.addAndGet(all.size());
    return super.encodeAll(all);
  }
}
