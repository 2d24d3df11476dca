package io.chihiro.ocr.engine;

import io.chihiro.ocr.engine.SmallestRectangle.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The detector's answer: for every pixel how likely it belongs to text; and the boxes in it.
///
/// Differentiable binarisation, the part after the network (Liao et al. 2020, "Real-time Scene Text
/// Detection with Differentiable Binarization"): threshold, connected regions, smallest rectangles,
/// mean score of each, and growing them again.
final class TextMap {
  private static final float PIXEL_THRESHOLD = 0.3f;
  private static final double BOX_THRESHOLD = 0.5;
  private static final double UNCLIP_RATIO = 1.7;
  private static final double LEAST_SIDE_PIXELS = 3; // what is smaller is dirt on the paper

  private final float[] likelihoods;
  private final int width;
  private final int height;

  /// @param likelihoods row by row, 0 to 1
  TextMap(float[] likelihoods, int width, int height) {
    this.likelihoods = likelihoods;
    this.width = width;
    this.height = height;
  }

  /// The lines of text, in no order.
  List<TextBox> boxes() {
    var waiting = new BitSet(width * height);
    for (int at = 0; at < width * height; at++) {
      waiting.set(at, likelihoods[at] > PIXEL_THRESHOLD);
    }
    var boxes = new ArrayList<TextBox>();
    for (var seed = waiting.nextSetBit(0); seed >= 0; seed = waiting.nextSetBit(seed)) {
      var core = SmallestRectangle.around(region(seed, waiting));
      if (core.shortSide() >= LEAST_SIDE_PIXELS && score(core) >= BOX_THRESHOLD) {
        boxes.add(core.unclipped(UNCLIP_RATIO));
      }
    }
    return boxes;
  }

  /// The pixels that hang together with the seed, taken out of those waiting.
  private List<Point> region(int seed, BitSet waiting) {
    var points = new ArrayList<Point>();
    var open = new IntStack();
    waiting.clear(seed);
    open.push(seed);
    while (!open.isEmpty()) {
      var at = open.pop();
      var x = at % width;
      var y = at / width;
      if (addNeighbours(x, y, waiting, open)) {
        points.add(new Point(x, y));
      }
    }
    return points;
  }

  /// Opens the neighbours that wait; true when the pixel lies at the edge of its region, which is
  /// all that its rectangle depends on.
  private boolean addNeighbours(int x, int y, BitSet waiting, IntStack open) {
    var edge = false;
    for (int neighbour = 0; neighbour < 9; neighbour++) {
      var nextX = x + neighbour % 3 - 1;
      var nextY = y + neighbour / 3 - 1;
      var inside = nextX >= 0 && nextX < width && nextY >= 0 && nextY < height;
      var next = nextY * width + nextX;
      edge |= !inside || likelihoods[next] <= PIXEL_THRESHOLD;
      if (inside && waiting.get(next)) {
        waiting.clear(next);
        open.push(next);
      }
    }
    return edge;
  }

  /// The mean likelihood of the pixels in a box.
  private double score(TextBox box) {
    var sum = 0.0;
    var count = 0;
    for (int y = from(box.centreY() - box.halfSpanY()); y <= box.centreY() + box.halfSpanY(); y++) {
      for (int x = from(box.centreX() - box.halfSpanX());
          x <= box.centreX() + box.halfSpanX();
          x++) {
        if (x < width && y < height && box.contains(x, y)) {
          sum += likelihoods[y * width + x];
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static int from(double place) {
    return (int) Math.max(0, Math.floor(place));
  }

  /// A stack of numbers that are not boxed: a page has a hundred thousand pixels of text.
  private static final class IntStack {
    private int[] numbers = new int[1024];
    private int size;

    void push(int number) {
      if (size == numbers.length) {
        numbers = java.util.Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int pop() {
      return numbers[--size];
    }

    boolean isEmpty() {
      return size == 0;
    }
  }
}
