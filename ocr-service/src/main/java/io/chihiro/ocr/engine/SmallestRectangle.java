package io.chihiro.ocr.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rectangle of least area around points: one of its sides lies on a side of their convex hull
/// (Freeman and Shapira 1975).
final class SmallestRectangle {
  /// A point in pixels.
  record Point(double x, double y) {}

  private SmallestRectangle() {}

  static TextBox around(List<Point> points) {
    var hull = hull(points);
    var best = along(hull, 0);
    for (int corner = 0; corner < hull.size(); corner++) {
      var from = hull.get(corner);
      var to = hull.get((corner + 1) % hull.size());
      var candidate = along(hull, Math.atan2(to.y - from.y, to.x - from.x));
      if (candidate.width() * candidate.height() < best.width() * best.height()) {
        best = candidate;
      }
    }
    return best;
  }

  /// The rectangle around the points that is tilted by so much.
  private static TextBox along(List<Point> points, double angle) {
    var cos = Math.cos(angle);
    var sin = Math.sin(angle);
    var along = points.stream().mapToDouble(p -> p.x * cos + p.y * sin).summaryStatistics();
    var across = points.stream().mapToDouble(p -> p.y * cos - p.x * sin).summaryStatistics();
    var middleAlong = (along.getMin() + along.getMax()) / 2;
    var middleAcross = (across.getMin() + across.getMax()) / 2;
    return TextBox.of(
        middleAlong * cos - middleAcross * sin,
        middleAlong * sin + middleAcross * cos,
        along.getMax() - along.getMin(),
        across.getMax() - across.getMin(),
        angle);
  }

  /// The convex hull, by Andrew's monotone chain.
  static List<Point> hull(List<Point> points) {
    var sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
    if (sorted.size() < 3) {
      return sorted;
    }
    var hull = chain(sorted);
    hull.addAll(chain(sorted.reversed()));
    return hull.isEmpty() ? List.of(sorted.getFirst()) : hull;
  }

  private static List<Point> chain(List<Point> sorted) {
    var chain = new ArrayList<Point>();
    for (var point : sorted) {
      while (chain.size() > 1 && !turns(chain.get(chain.size() - 2), chain.getLast(), point)) {
        chain.removeLast();
      }
      chain.add(point);
    }
    chain.removeLast();
    return chain;
  }

  private static boolean turns(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
  }
}
