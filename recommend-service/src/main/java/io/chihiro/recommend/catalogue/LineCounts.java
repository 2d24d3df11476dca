package io.chihiro.recommend.catalogue;

/// How many lines a song has in memory.
///
/// @param lines that lines are compared with
/// @param pictured those that pictures are compared with
record LineCounts(int lines, int pictured) {
  static final LineCounts NONE = new LineCounts(0, 0);

  static LineCounts of(HeldSong song) {
    return new LineCounts(song.lineCount(), song.picturedLineCount());
  }

  /// Of each as many as the one that has more.
  LineCounts orMore(LineCounts other) {
    return new LineCounts(Math.max(lines, other.lines), Math.max(pictured, other.pictured));
  }
}
