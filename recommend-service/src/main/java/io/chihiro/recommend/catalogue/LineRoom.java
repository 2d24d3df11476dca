package io.chihiro.recommend.catalogue;

import java.util.concurrent.atomic.AtomicInteger;

/// How many lines fit into memory. Written by one thread at a time, what was left out is read by
/// any.
final class LineRoom {
  private final int most;
  private final AtomicInteger leftOut = new AtomicInteger();
  private int held;

  LineRoom(int most) {
    this.most = most;
  }

  /// Whether so many more would fit.
  boolean fits(int more) {
    return held + more <= most;
  }

  /// Whether the lines that a song has now fit; if not, they count as left out, and those that it
  /// had before as gone.
  boolean holds(int before, int now) {
    int more = now - before;
    if (more > 0 && !fits(more)) {
      var _ = leftOut.addAndGet(now);
      held -= before;
      return false;
    }
    held += more;
    return true;
  }

  /// So many are held from now on.
  void holdOnly(int lines) {
    held = lines;
  }

  /// Lines that did not fit.
  int leftOut() {
    return leftOut.get();
  }
}
