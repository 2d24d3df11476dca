package io.chihiro.models.sequences;

/// Which songs stand near each other somewhere in a corpus, so that none is taught as a negative of
/// the other.
///
/// One bit a pair in a table by hash, a Bloom filter with a single hash function (Bloom 1970): one
/// look-up a negative, and 16 bits for each pair where a set of them would take 16 bytes. No true
/// pair is ever missed. Up to one in sixteen others is taken for one, which costs nothing: another
/// negative is drawn instead.
final class TruePairs {
  private static final int BITS_A_PAIR = 16;
  private static final int FEWEST_BITS_LOG = 10;

  /// 512 MiB; a corpus of more than 268 million pairs rejects more.
  private static final int MOST_BITS_LOG = 32;

  private final long[] bits;
  private final int shift;

  private TruePairs(long pairs) {
    long wanted = Math.max(1, pairs) * BITS_A_PAIR;
    int log = Long.SIZE - Long.numberOfLeadingZeros(wanted - 1);
    int held = Math.clamp(log, FEWEST_BITS_LOG, MOST_BITS_LOG);
    bits = new long[1 << (held - 6)];
    shift = Long.SIZE - held;
  }

  /// Every pair of the corpus within the window.
  static TruePairs of(Corpus corpus, int window) {
    long[] count = {0};
    corpus.forEachPair(window, (_, _) -> count[0]++);
    TruePairs pairs = new TruePairs(count[0]);
    corpus.forEachPair(window, pairs::add);
    return pairs;
  }

  private void add(int song, int other) {
    long place = place(song, other);
    bits[(int) (place >>> 6)] |= 1L << place;
  }

  /// Whether two songs stand near each other, in whichever order; seldom true of two that do not.
  boolean contains(int song, int other) {
    long place = place(song, other);
    return (bits[(int) (place >>> 6)] & (1L << place)) != 0;
  }

  private long place(int song, int other) {
    long pair = ((long) Math.min(song, other) << Integer.SIZE) | Math.max(song, other);
    return Mixing.mixed(pair) >>> shift;
  }
}
