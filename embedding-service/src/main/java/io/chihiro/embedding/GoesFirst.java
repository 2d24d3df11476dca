package io.chihiro.embedding;

import io.chihiro.embedding.FreshFirst.Turn;

/// Lets what takes long wait while something more wanted is under way: who looks for a song by its
/// vibe shall not wait for lines, nor who looks by line for pictures. Thread-safe.
final class GoesFirst {
  private int underWay;

  /// Runs something that others wait for.
  void run(Turn work) throws InterruptedException {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  /// Returns once nothing of the kind is under way.
  synchronized void await() throws InterruptedException {
    while (underWay > 0) {
      wait();
    }
  }

  private synchronized void begin() {
    underWay++;
  }

  private synchronized void end() {
    underWay--;
    notifyAll();
  }
}
