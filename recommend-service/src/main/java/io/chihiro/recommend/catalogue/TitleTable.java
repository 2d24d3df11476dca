package io.chihiro.recommend.catalogue;

import io.chihiro.models.BrokenModelException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which songs of an index are called so: by a hash of the folded title, so another may be among
/// them. Immutable.
final class TitleTable {
  static final String FILE = "titles";

  private static final int ROW_BYTES = Long.BYTES + Integer.BYTES;
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final long[] hashes;
  private final int[] songs;

  private TitleTable(int count) {
    hashes = new long[count];
    songs = new int[count];
  }

  /// Collects titles and writes them.
  static final class Writing {
    private record Row(long hash, int song) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String title, int song) {
      rows.add(new Row(hash(VibeRanking.folded(title)), song));
    }

    void write(Path folder) throws IOException {
      rows.sort(Comparator.comparingLong(Row::hash).thenComparingInt(Row::song));
      try (DataOutputStream file =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
        for (Row row : rows) {
          file.writeLong(row.hash());
          file.writeInt(row.song());
        }
      }
    }
  }

  static TitleTable read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      TitleTable table = new TitleTable(bytes.remaining() / ROW_BYTES);
      for (int row = 0; row < table.songs.length; row++) {
        table.hashes[row] = bytes.getLong();
        table.songs[row] = bytes.getInt();
      }
      return table;
    } catch (IOException e) {
      throw new BrokenModelException(file + " cannot be read", e);
    }
  }

  /// Songs that may be called so, by their numbers.
  List<Integer> called(String title) {
    long wanted = hash(VibeRanking.folded(title));
    int row = Arrays.binarySearch(hashes, wanted);
    if (row < 0) {
      return List.of();
    }
    while (row > 0 && hashes[row - 1] == wanted) {
      row--;
    }
    List<Integer> called = new ArrayList<>();
    for (; row < hashes.length && hashes[row] == wanted; row++) {
      called.add(songs[row]);
    }
    return called;
  }

  // FNV-1a of 64 bits.
  private static long hash(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
