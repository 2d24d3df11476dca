package io.chihiro.embedding;

import io.chihiro.embedding.FreshFirst.Turn;

/// Lets the lines of songs wait while there are wholes to be embedded: who looks for a song by
/// its vibe shall not wait for lines. Thread-safe.
final class WholesFirst {
  private int underWay;

  /// Runs something that lines wait for.
  void whole(Turn work) throws InterruptedException {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  /// Returns once no whole is under way.
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
