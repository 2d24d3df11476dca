package io.chihiro.models.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Things that one query at a time works with and leaves to the next: as many as there ever were
/// queries side by side. Thread-safe.
final class Spares<T extends Closeable> implements Closeable {
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();
  private final Making<T> making;
  private volatile boolean closed;

  /// Makes one more.
  interface Making<T> {
    T make() throws IOException;
  }

  /// What is done with one of them.
  interface Use<T, R> {
    R with(T spare) throws IOException;
  }

  Spares(Making<T> making) {
    this.making = making;
  }

  /// Works with one of them; it is not left to the next if that fails.
  <R> R lend(Use<T, R> use) {
    try {
      T spare = taken();
      R result = use.with(spare);
      leave(spare);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (T spare = idle.poll(); spare != null; spare = idle.poll()) {
      spare.close();
    }
  }

  private T taken() throws IOException {
    T spare = idle.poll();
    return spare == null ? making.make() : spare;
  }

  private void leave(T spare) throws IOException {
    idle.add(spare);
    if (closed) {
      close();
    }
  }
}
