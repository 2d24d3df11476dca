package io.chihiro.recommend.catalogue;

import io.chihiro.models.BrokenModelException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/// Where each song of an index lies in the files beside it: 24 bytes a song in memory. Immutable.
final class SongTable {
  static final String FILE = "table";

  private static final int NONE = -1;
  private static final int ROW_BYTES =
      Long.BYTES + Integer.BYTES + Integer.BYTES + 2 + PicturedTable.ROW_BYTES;

  private final long[] ends;
  private final int[] lineEnds;
  private final int[] wholes;
  private final int[] songsOfWholes;
  private final BitSet named = new BitSet();
  private final BitSet sung = new BitSet();
  private final PicturedTable pictured;

  /// A row.
  ///
  /// @param end one past its last byte among the songs
  /// @param lineEnd one past its last line
  /// @param whole the number of its vector as a whole; below zero without one
  /// @param named whether it has a name, and may be shown
  /// @param sung whether its lines are those of its words as they are now
  /// @param pictured what pictures are compared with
  record Row(
      long end, int lineEnd, int whole, boolean named, boolean sung, PicturedTable.Row pictured) {
    void write(DataOutput file) throws IOException {
      file.writeLong(end);
      file.writeInt(lineEnd);
      file.writeInt(whole);
      file.writeBoolean(named);
      file.writeBoolean(sung);
      pictured.write(file);
    }
  }

  private SongTable(int count) {
    ends = new long[count];
    lineEnds = new int[count];
    wholes = new int[count];
    songsOfWholes = new int[count];
    pictured = new PicturedTable(count);
  }

  static SongTable read(Path folder, int count) {
    Path file = folder.resolve(FILE);
    try (DataInputStream rows =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (Files.size(file) != (long) count * ROW_BYTES) {
        throw new BrokenModelException(file + " is not of " + count + " songs, as its card says");
      }
      SongTable table = new SongTable(count);
      for (int song = 0; song < count; song++) {
        table.read(rows, song);
      }
      return table;
    } catch (IOException e) {
      throw new BrokenModelException(file + " cannot be read", e);
    }
  }

  private void read(DataInputStream rows, int song) throws IOException {
    ends[song] = rows.readLong();
    lineEnds[song] = rows.readInt();
    wholes[song] = rows.readInt();
    named.set(song, rows.readBoolean());
    sung.set(song, rows.readBoolean());
    pictured.read(rows, song);
    if (wholes[song] >= 0) {
      songsOfWholes[wholes[song]] = song;
    }
  }

  int count() {
    return ends.length;
  }

  PicturedTable pictured() {
    return pictured;
  }

  long start(int song) {
    return song == 0 ? 0 : ends[song - 1];
  }

  long end(int song) {
    return ends[song];
  }

  int firstLine(int song) {
    return song == 0 ? 0 : lineEnds[song - 1];
  }

  int lineEnd(int song) {
    return lineEnds[song];
  }

  /// The lines of a song that may be searched.
  int searchedLines(int song) {
    return sung.get(song) ? lineEnds[song] - firstLine(song) : 0;
  }

  boolean hasWhole(int song) {
    return wholes[song] > NONE;
  }

  int songOfWhole(int whole) {
    return songsOfWholes[whole];
  }

  int songOfLine(int line) {
    return songOf(lineEnds, line);
  }

  /// The song to which one of the things belongs that lie song after song.
  ///
  /// @param ends one past the last of each song
  static int songOf(int[] ends, int thing) {
    int found = Arrays.binarySearch(ends, thing + 1);
    int song = found < 0 ? -found - 1 : found;
    // Songs without any end where the one before them does.
    while (song > 0 && ends[song - 1] > thing) {
      song--;
    }
    return song;
  }

  /// All that may be shown.
  BitSet named() {
    return (BitSet) named.clone();
  }

  /// Which vectors of wholes are those of these songs.
  BitSet wholes(BitSet songs) {
    BitSet some = new BitSet();
    songs.stream().map(song -> wholes[song]).filter(whole -> whole > NONE).forEach(some::set);
    return some;
  }

  /// Which lines are those of these songs, and may be searched.
  BitSet lines(BitSet songs) {
    BitSet some = new BitSet();
    songs.stream().filter(sung::get).forEach(song -> some.set(firstLine(song), lineEnds[song]));
    return some;
  }
}
