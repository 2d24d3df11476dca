package io.chihiro.embedding;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// One turn at a time at the encoders; whoever brings fresh days goes before whoever embeds old
/// days again. Thread-safe.
final class FreshFirst {
  /// Something that takes a turn.
  interface Turn {
    void run() throws InterruptedException;
  }

  private final Lock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private boolean busy;
  private int freshWaiting;

  /// Takes the next turn.
  void fresh(Turn turn) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      freshWaiting++;
      try {
        while (busy) {
          free.await();
        }
      } finally {
        freshWaiting--;
      }
      busy = true;
    } finally {
      lock.unlock();
    }
    take(turn);
  }

  /// Takes a turn that nobody fresh waits for; keep it short.
  void again(Turn turn) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (busy || freshWaiting > 0) {
        free.await();
      }
      busy = true;
    } finally {
      lock.unlock();
    }
    take(turn);
  }

  private void take(Turn turn) throws InterruptedException {
    try {
      turn.run();
    } finally {
      lock.lock();
      try {
        busy = false;
        free.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
