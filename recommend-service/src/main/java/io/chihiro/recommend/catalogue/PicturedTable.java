package io.chihiro.recommend.catalogue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;

/// Which vectors of an index pictures are compared with for each song: those of its lines, and the
/// title's behind them. Written by one thread, then immutable.
final class PicturedTable {
  static final int ROW_BYTES = Integer.BYTES + 3;

  private final int[] ends;
  private final BitSet titled = new BitSet();
  private final BitSet calledSo = new BitSet();
  private final BitSet sung = new BitSet();

  /// A row.
  ///
  /// @param end one past its last vector
  /// @param titled whether the last of them is its title's
  /// @param calledSo whether that is of its title as it is now
  /// @param sung whether the others are of its words as they are now
  record Row(int end, boolean titled, boolean calledSo, boolean sung) {
    void write(DataOutput file) throws IOException {
      file.writeInt(end);
      file.writeBoolean(titled);
      file.writeBoolean(calledSo);
      file.writeBoolean(sung);
    }
  }

  PicturedTable(int count) {
    ends = new int[count];
  }

  void read(DataInput rows, int song) throws IOException {
    ends[song] = rows.readInt();
    titled.set(song, rows.readBoolean());
    calledSo.set(song, rows.readBoolean());
    sung.set(song, rows.readBoolean());
  }

  int first(int song) {
    return song == 0 ? 0 : ends[song - 1];
  }

  int end(int song) {
    return ends[song];
  }

  /// One past the last vector of a line.
  int lineEnd(int song) {
    return titled.get(song) ? ends[song] - 1 : ends[song];
  }

  boolean isTitle(int song, int vector) {
    return titled.get(song) && vector == ends[song] - 1;
  }

  int songOf(int vector) {
    return SongTable.songOf(ends, vector);
  }

  /// How many of a song pictures are compared with.
  int searched(int song) {
    int lines = sung.get(song) ? lineEnd(song) - first(song) : 0;
    return calledSo.get(song) ? lines + 1 : lines;
  }

  /// Which vectors are those of these songs, and may be compared.
  BitSet vectors(BitSet songs) {
    BitSet some = new BitSet();
    songs.stream()
        .forEach(
            song -> {
              some.set(first(song), lineEnd(song), sung.get(song));
              some.set(lineEnd(song), ends[song], calledSo.get(song));
            });
    return some;
  }
}
