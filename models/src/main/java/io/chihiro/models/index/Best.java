package io.chihiro.models.index;

/// The best so many of all that were offered: by score, and by the lower number where scores are
/// equal, in whatever order they came.
///
/// Score and number share a `long` that grows with both virtues, so a comparison is one
/// instruction; the worst that is kept lies at the root of a heap.
final class Best {
  private final long[] heap;
  private int size;

  /// @param most that are kept, at least one
  Best(int most) {
    this.heap = new long[most];
  }

  void offer(int ordinal, float score) {
    long key = key(ordinal, score);
    if (size < heap.length) {
      heap[size++] = key;
      rise(size - 1);
      return;
    }
    if (key > heap[0]) {
      heap[0] = key;
      sink(0, size);
    }
  }

  int size() {
    return size;
  }

  /// The best first; nothing may be offered any more.
  void sort() {
    for (int left = size - 1; left > 0; left--) {
      swap(0, left);
      sink(0, left);
    }
  }

  /// The number at a place.
  int ordinal(int place) {
    return Integer.MAX_VALUE - (int) heap[place];
  }

  /// The score at a place.
  float score(int place) {
    return Float.intBitsToFloat(sortable((int) (heap[place] >> Integer.SIZE)));
  }

  // Added to zero, the two zeros of floats are one.
  private static long key(int ordinal, float score) {
    long high = sortable(Float.floatToIntBits(score + 0f));
    return (high << Integer.SIZE) | (Integer.MAX_VALUE - ordinal);
  }

  // Bits of floats below zero fall as the number rises; turned over, all rise. Its own inverse.
  private static int sortable(int bits) {
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }

  private void rise(int place) {
    int child = place;
    for (int parent = (child - 1) / 2; heap[child] < heap[parent]; parent = (child - 1) / 2) {
      swap(child, parent);
      child = parent;
    }
  }

  private void sink(int place, int end) {
    int parent = place;
    int least = least(parent, end);
    while (least != parent) {
      swap(parent, least);
      parent = least;
      least = least(parent, end);
    }
  }

  private int least(int parent, int end) {
    int least = parent;
    for (int child = 2 * parent + 1; child < Math.min(2 * parent + 3, end); child++) {
      if (heap[child] < heap[least]) {
        least = child;
      }
    }
    return least;
  }

  private void swap(int one, int other) {
    long key = heap[one];
    heap[one] = heap[other];
    heap[other] = key;
  }
}
