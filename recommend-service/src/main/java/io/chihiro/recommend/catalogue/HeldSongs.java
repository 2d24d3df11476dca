package io.chihiro.recommend.catalogue;

import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The songs of a catalogue that lie in memory, and no more of them than fit. For one thread at a
/// time; what was left out may be asked by any.
final class HeldSongs {
  private final Bounds bounds;
  private final Map<String, HeldSong> held = new HashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final AtomicInteger songsLeftOut = new AtomicInteger();
  private final LineRoom lines;
  private final LineRoom picturedLines;

  HeldSongs(Bounds bounds) {
    this.bounds = bounds;
    this.lines = new LineRoom(bounds.lines());
    this.picturedLines = new LineRoom(bounds.lines());
  }

  Optional<HeldSong> find(String song) {
    return Optional.ofNullable(held.get(song));
  }

  Map<String, HeldSong> all() {
    return held;
  }

  int count() {
    return held.size();
  }

  /// Whether a song fits that is not here yet.
  boolean fitsOne() {
    return held.size() < bounds.songs();
  }

  boolean fits(LineCounts more) {
    return lines.fits(more.lines()) && picturedLines.fits(more.pictured());
  }

  /// A song is not taken in.
  void leaveOut(String song) {
    if (leftOut.add(song)) {
      songsLeftOut.incrementAndGet();
    }
  }

  /// A song is as it is now; what does not fit of its lines goes.
  ///
  /// @param before lines that it had here
  void put(String song, HeldSong there, LineCounts before) {
    if (!lines.holds(before.lines(), there.lineCount())) {
      there.leaveLines();
    }
    if (!picturedLines.holds(before.pictured(), there.picturedLineCount())) {
      there.leavePicturedLines();
    }
    if (there.isEmpty()) {
      held.remove(song);
    } else {
      held.put(song, there);
    }
  }

  /// As they are now, whatever comes of them later.
  NavigableMap<String, HeldSong> copies() {
    NavigableMap<String, HeldSong> copies = new TreeMap<>();
    held.forEach((song, there) -> copies.put(song, there.copy()));
    return copies;
  }

  /// Lets go of all but some.
  void keepOnly(Set<String> songs) {
    held.keySet().retainAll(songs);
    lines.holdOnly(held.values().stream().mapToInt(HeldSong::lineCount).sum());
    picturedLines.holdOnly(held.values().stream().mapToInt(HeldSong::picturedLineCount).sum());
  }

  int songsLeftOut() {
    return songsLeftOut.get();
  }

  int linesLeftOut() {
    return lines.leftOut();
  }

  int picturedLinesLeftOut() {
    return picturedLines.leftOut();
  }
}
