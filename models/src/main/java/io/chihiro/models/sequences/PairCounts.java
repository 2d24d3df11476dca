package io.chihiro.models.sequences;

/// Counts pairs of songs in an open-addressed table of two flat arrays, without an object a pair.
final class PairCounts {
  private static final long FREE = 0;
  private static final double FULLEST = 0.6;

  private long[] keys = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;

  /// Told of a pair and how often it was counted.
  @FunctionalInterface
  interface Counted {
    void pair(int song, int other, int count);
  }

  /// Counts a pair once more.
  ///
  /// @param song a number from 1
  /// @param other a number from 1
  void add(int song, int other) {
    if (size > FULLEST * keys.length) {
      grow();
    }
    count(((long) song << Integer.SIZE) | other, 1);
  }

  /// Tells every pair in an order that depends on nothing but the pairs.
  void forEach(Counted counted) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        counted.pair((int) (keys[i] >>> Integer.SIZE), (int) keys[i], counts[i]);
      }
    }
  }

  private void count(long key, int times) {
    int place = place(key);
    while (keys[place] != FREE && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    size += keys[place] == FREE ? 1 : 0;
    keys[place] = key;
    counts[place] += times;
  }

  private int place(long key) {
    return (int) (Mixing.mixed(key) >>> (Long.SIZE - Integer.numberOfTrailingZeros(keys.length)));
  }

  private void grow() {
    long[] beforeKeys = keys;
    int[] beforeCounts = counts;
    keys = new long[Math.multiplyExact(beforeKeys.length, 2)];
    counts = new int[keys.length];
    size = 0;
    for (int i = 0; i < beforeKeys.length; i++) {
      if (beforeKeys[i] != FREE) {
        count(beforeKeys[i], beforeCounts[i]);
      }
    }
  }
}
