package io.chihiro.recommend;

import io.chihiro.models.InMemoryEncoder;

/// An encoder that tells whether it was closed.
final class ClosableEncoder extends InMemoryEncoder {
  private boolean closed;

  ClosableEncoder(String version) {
    super(version, 8);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
