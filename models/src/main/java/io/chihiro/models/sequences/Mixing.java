package io.chihiro.models.sequences;

/// Numbers that look drawn: a hash, and from it a generator of which every sequence of songs gets
/// its own (SplitMix64, Steele, Lea and Flood 2014). Which thread learns it then changes nothing.
final class Mixing {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mixing() {}

  /// Every bit of the result depends on every bit of the number.
  static long mixed(long number) {
    long once = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  /// The generator's next state; what is drawn is the state, mixed.
  static long next(long state) {
    return state + GOLDEN;
  }

  /// Where a generator begins that belongs to several numbers.
  static long seed(long seed, long one, long other) {
    return mixed(mixed(mixed(seed + GOLDEN) + one + GOLDEN) + other + GOLDEN);
  }

  /// A whole number from 0 below a bound, of the upper half of what was drawn.
  static int below(int bound, long drawn) {
    return (int) (((drawn >>> Integer.SIZE) * bound) >>> Integer.SIZE);
  }

  /// A number from 0 below 1, of the lower half of what was drawn.
  static float unit(long drawn) {
    return (drawn & 0xFFFFFF) * 0x1p-24f;
  }
}
