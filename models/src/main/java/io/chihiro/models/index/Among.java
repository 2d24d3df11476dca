package io.chihiro.models.index;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Which of an index's vectors may be answered with.
public sealed interface Among {
  /// Every one.
  static Among all() {
    return new All();
  }

  /// The numbers whose bits are set; numbers that no vector has are passed over.
  ///
  /// @param ordinals not to be changed any more
  static Among only(BitSet ordinals) {
    return new Only(ordinals);
  }

  /// The numbers that are wanted. Each is asked about once, so that an index knows how many
  /// there are before it begins.
  ///
  /// @param count of the index's vectors
  static Among where(int count, IntPredicate wanted) {
    BitSet ordinals = new BitSet(count);
    for (int ordinal = 0; ordinal < count; ordinal++) {
      ordinals.set(ordinal, wanted.test(ordinal));
    }
    return new Only(ordinals);
  }

  /// How many of so many vectors there are; a few more if bits beyond the last vector are set.
  int size(int count);

  /// Whether a number is one of them.
  boolean has(int ordinal);

  /// The first number from here on that is one of them; below zero if there is none.
  int next(int from);

  /// No number is left out.
  record All() implements Among {
    @Override
    public int size(int count) {
      return count;
    }

    @Override
    public boolean has(int ordinal) {
      return true;
    }

    @Override
    public int next(int from) {
      return from;
    }
  }

  /// Some numbers.
  ///
  /// @param ordinals whose bits are set
  record Only(BitSet ordinals) implements Among {
    @Override
    public int size(int count) {
      return Math.min(count, ordinals.cardinality());
    }

    @Override
    public boolean has(int ordinal) {
      return ordinals.get(ordinal);
    }

    @Override
    public int next(int from) {
      return ordinals.nextSetBit(from);
    }
  }
}
