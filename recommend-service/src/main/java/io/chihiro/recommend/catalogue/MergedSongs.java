package io.chihiro.recommend.catalogue;

import io.chihiro.models.index.CodeSource;
import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// One user's songs in the order of their ids: those of an index that nothing has touched since
/// it was made, and those that were touched, as they were at one moment.
///
/// @param base the index, if there is one
/// @param untouched numbers of its songs that are still so
/// @param touched by id
record MergedSongs(
    Optional<StoredCatalogue> base, BitSet untouched, NavigableMap<String, HeldSong> touched) {

  /// The vectors of a song's lines, and those that pictures are compared with: too many to be held.
  interface LineVectors {
    void pour(CodeSource.Sink lines, CodeSource.Sink pictured) throws IOException;
  }

  /// Is shown one song after the other.
  interface Reader {
    void read(String id, HeldSong song, LineVectors vectors) throws IOException;
  }

  int songCount() {
    return untouched.cardinality() + touched.size();
  }

  /// How many lines there are; those of touched songs of the index count twice.
  long lineCount() {
    return base.map(StoredCatalogue::lineCount).orElse(0)
        + touched.values().stream().mapToLong(HeldSong::lineCount).sum();
  }

  /// The same of what pictures are compared with.
  long picturedCount() {
    return base.map(StoredCatalogue::picturedCount).orElse(0)
        + touched.values().stream().mapToLong(HeldSong::picturedCount).sum();
  }

  /// Numbers in a vector that pictures are compared with; one if there are none.
  int picturedWidth() {
    return touched.values().stream()
        .flatMap(song -> song.picturedWidth().stream())
        .findFirst()
        .or(() -> base.map(StoredCatalogue::picturedWidth))
        .orElse(1);
  }

  /// Numbers in a vector; one if there are no vectors.
  int width() {
    return touched.values().stream()
        .flatMap(song -> song.width().stream())
        .findFirst()
        .or(() -> base.map(StoredCatalogue::width))
        .orElse(1);
  }

  void each(Reader reader) throws IOException {
    Iterator<Map.Entry<String, HeldSong>> changed = touched.entrySet().iterator();
    Optional<Map.Entry<String, HeldSong>> next = next(changed);
    if (base.isPresent()) {
      StoredCatalogue stored = base.get();
      for (int song = untouched.nextSetBit(0); song >= 0; song = untouched.nextSetBit(song + 1)) {
        String id = stored.id(song);
        while (next.isPresent() && next.get().getKey().compareTo(id) < 0) {
          show(next.get(), reader);
          next = next(changed);
        }
        show(stored, song, reader);
      }
    }
    while (next.isPresent()) {
      show(next.get(), reader);
      next = next(changed);
    }
  }

  private static <T> Optional<T> next(Iterator<T> things) {
    return things.hasNext() ? Optional.of(things.next()) : Optional.empty();
  }

  private static void show(StoredCatalogue stored, int song, Reader reader) throws IOException {
    reader.read(
        stored.id(song),
        stored.placed(song),
        (lines, pictured) -> {
          stored.pourLines(song, lines);
          stored.pourPictured(song, pictured);
        });
  }

  private static void show(Map.Entry<String, HeldSong> song, Reader reader) throws IOException {
    HeldSong held = song.getValue();
    reader.read(
        song.getKey(),
        held,
        (lines, pictured) -> {
          held.pourLines(lines);
          held.pourPictured(pictured);
        });
  }
}
