package io.chihiro.models.index;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One vector that lies near everything, and tells whoever asks after it was closed.
final class InMemoryIndex implements VectorIndex {
  private final String id;
  private final AtomicInteger closed = new AtomicInteger();

  InMemoryIndex(String id) {
    this.id = id;
  }

  int timesClosed() {
    return closed.get();
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public String id(int ordinal) {
    if (closed.get() > 0) {
      throw new IllegalStateException(id + " was asked after it was closed");
    }
    return id;
  }

  @Override
  public List<Neighbour> nearest(float[] query, int limit, Among among) {
    return List.of(new Neighbour(0, id(0), 1));
  }

  @Override
  public void close() {
    int _ = closed.incrementAndGet();
  }
}
