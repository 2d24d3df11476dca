package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.engine.SmallestRectangle.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
  private static final double CLOSE = 1e-9;

  @ParameterizedTest
  @ValueSource(doubles = {-0.6, -0.1, 0, 0.2, 0.7})
  void theSmallestRectangleAroundATiltedOneIsItself(double angle) {
    var found = SmallestRectangle.around(filled(50, 40, 30, 8, angle));
    assertEquals(50, found.centreX(), CLOSE);
    assertEquals(40, found.centreY(), CLOSE);
    assertEquals(30, found.width(), CLOSE);
    assertEquals(8, found.height(), CLOSE);
    assertEquals(angle, found.angle(), CLOSE);
  }

  @Test
  void onePointIsARectangleWithoutSides() {
    assertEquals(new TextBox(3, 4, 0, 0, 0), SmallestRectangle.around(List.of(new Point(3, 4))));
  }

  @Test
  void pointsOnALineAreARectangleWithoutHeight() {
    var found =
        SmallestRectangle.around(List.of(new Point(0, 0), new Point(5, 0), new Point(2, 0)));
    assertEquals(5, found.width(), CLOSE);
    assertEquals(0, found.height(), CLOSE);
  }

  @Test
  void theHullLeavesOutWhatLiesInside() {
    var square = List.of(new Point(0, 0), new Point(4, 0), new Point(4, 4), new Point(0, 4));
    var points = new ArrayList<>(square);
    points.add(new Point(2, 2));
    points.add(new Point(2, 0));
    var hull = SmallestRectangle.hull(points);
    assertEquals(4, hull.size());
    assertTrue(hull.containsAll(square));
  }

  @Test
  void textRunsAlongTheSideThatIsNearlyLevel() {
    var box = TextBox.of(0, 0, 10, 40, Math.PI / 2 - 0.1);
    assertEquals(40, box.width(), CLOSE);
    assertEquals(10, box.height(), CLOSE);
    assertEquals(-0.1, box.angle(), CLOSE);
  }

  @Test
  void unclippingMovesAllSidesOutByAreaTimesRatioOverCircumference() {
    var grown = new TextBox(5, 6, 30, 10, 0.2).unclipped(2);
    assertEquals(new TextBox(5, 6, 45, 25, 0.2), grown);
  }

  @Test
  void aTiltedBoxContainsWhatLiesAlongIt() {
    var box = new TextBox(0, 0, 20, 2, Math.PI / 4);
    assertTrue(box.contains(6, 6));
    assertFalse(box.contains(6, -6));
    assertFalse(box.contains(8, 8));
  }

  private static List<Point> filled(
      double centreX, double centreY, int width, int height, double angle) {
    var points = new ArrayList<Point>();
    for (int x = -width / 2; x <= width / 2; x++) {
      for (int y = -height / 2; y <= height / 2; y++) {
        points.add(
            new Point(
                centreX + x * Math.cos(angle) - y * Math.sin(angle),
                centreY + x * Math.sin(angle) + y * Math.cos(angle)));
      }
    }
    return points;
  }
}
