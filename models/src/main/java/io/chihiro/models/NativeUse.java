package io.chihiro.models;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Sees to it that native memory does not go while native code runs in it: that ends the process.
/// Thread-safe.
final class NativeUse {
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private final String what;
  private boolean closed;

  /// @param what is used, for messages
  NativeUse(String what) {
    this.what = what;
  }

  /// Works with the memory.
  ///
  /// Not to be nested over threads: work that waits for work of another thread would wait for a
  /// close that waits for it.
  ///
  /// @throws IllegalStateException if it is closed
  <T> T with(Supplier<T> work) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(what + " is closed");
      }
      return work.get();
    } finally {
      inUse.readLock().unlock();
    }
  }

  /// Gives the memory back, once, as soon as nobody works with it any more.
  void end(Runnable close) {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        close.run();
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
