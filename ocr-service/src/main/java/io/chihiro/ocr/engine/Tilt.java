package io.chihiro.ocr.engine;

import java.util.ArrayList;
import java.util.List;

/// By how much the lines of a page are turned: at the right angle the ink of a line falls into few
/// rows and leaves the rows between empty, so the squares of the rows' sums are greatest
/// (Postl 1986, projection profiles).
final class Tilt {
  private static final double LARGEST_DEGREES = 8;
  private static final double FIRST_STEP_DEGREES = 0.5;
  private static final double LAST_STEP_DEGREES = 0.1;
  private static final int INK_BELOW = 150; // after the light was evened out
  private static final int MOST_POINTS = 40_000;

  /// A pixel of ink.
  private record Point(int x, int y) {}

  private Tilt() {}

  /// In radians, clockwise; 0 for a page without ink.
  static double of(GrayPage page) {
    var ink = ink(page);
    var coarse = best(ink, page, 0, LARGEST_DEGREES, FIRST_STEP_DEGREES);
    return Math.toRadians(best(ink, page, coarse, FIRST_STEP_DEGREES, LAST_STEP_DEGREES));
  }

  private static List<Point> ink(GrayPage page) {
    var ink = new ArrayList<Point>();
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        if (page.shade(x, y) < INK_BELOW) {
          ink.add(new Point(x, y));
        }
      }
    }
    return thinned(ink);
  }

  private static List<Point> thinned(List<Point> ink) {
    var each = Math.max(1, ink.size() / MOST_POINTS);
    var kept = new ArrayList<Point>();
    for (int at = 0; at < ink.size(); at += each) {
      kept.add(ink.get(at));
    }
    return kept;
  }

  private static double best(
      List<Point> ink, GrayPage page, double middle, double reach, double step) {
    var best = middle;
    var sharpest = sharpness(ink, page, middle);
    for (double degrees = middle - reach; degrees <= middle + reach; degrees += step) {
      var sharpness = sharpness(ink, page, degrees);
      if (sharpness > sharpest) {
        sharpest = sharpness;
        best = degrees;
      }
    }
    return best;
  }

  private static double sharpness(List<Point> ink, GrayPage page, double degrees) {
    var sin = Math.sin(Math.toRadians(degrees));
    var cos = Math.cos(Math.toRadians(degrees));
    var shift = page.width();
    var rows = new int[page.height() + 2 * shift + 1];
    for (var point : ink) {
      rows[(int) Math.round(point.y() * cos - point.x() * sin) + shift]++;
    }
    var sum = 0.0;
    for (var row : rows) {
      sum += (double) row * row;
    }
    return sum;
  }
}
