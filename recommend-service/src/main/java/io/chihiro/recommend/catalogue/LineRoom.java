package io.chihiro.recommend.catalogue;

import java.util.concurrent.atomic.AtomicInteger;

/// How many lines fit into memory. Written by one thread, read by any.
final class LineRoom {
  private final int most;
  private final AtomicInteger leftOut = new AtomicInteger();
  private int held;

  LineRoom(int most) {
    this.most = most;
  }

  /// Whether the lines that a song has now fit; if not, they count as left out, and those that it
  /// had before as gone.
  boolean holds(int before, int now) {
    int more = now - before;
    if (more > 0 && held + more > most) {
      leftOut.addAndGet(now);
      held -= before;
      return false;
    }
    held += more;
    return true;
  }

  /// Lines that did not fit.
  int leftOut() {
    return leftOut.get();
  }
}
