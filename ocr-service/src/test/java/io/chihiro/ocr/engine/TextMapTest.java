package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMapTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 60;

  private final float[] likelihoods = new float[WIDTH * HEIGHT];

  @Test
  void anEmptyPageHasNoBoxes() {
    assertEquals(List.of(), boxes());
  }

  @Test
  void twoRegionsApartAreTwoBoxesGrownAroundTheirMiddles() {
    mark(10, 10, 41, 9, 0.9f);
    mark(10, 40, 61, 11, 0.8f);
    var boxes = boxes();
    assertEquals(2, boxes.size());
    assertEquals(30, boxes.getFirst().centreX(), 1e-9);
    assertEquals(14, boxes.getFirst().centreY(), 1e-9);
    assertEquals(new TextBox(30, 14, 40, 8, 0).unclipped(1.7), boxes.getFirst());
    assertEquals(45, boxes.getLast().centreY(), 1e-9);
  }

  @Test
  void regionsThatTouchAtACornerAreOne() {
    mark(10, 10, 30, 4, 0.9f);
    mark(40, 14, 30, 4, 0.9f);
    assertEquals(1, boxes().size());
  }

  @Test
  void whatIsUnlikelyOnTheWholeIsNoBox() {
    mark(10, 10, 40, 10, 0.4f);
    assertEquals(List.of(), boxes());
  }

  @Test
  void dirtIsNoBox() {
    mark(10, 10, 2, 2, 1);
    assertEquals(List.of(), boxes());
  }

  @Test
  void aRegionAtTheEdgeOfThePageIsABox() {
    mark(0, 0, WIDTH, HEIGHT, 1);
    assertEquals(1, boxes().size());
  }

  private void mark(int left, int top, int width, int height, float likelihood) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        likelihoods[y * WIDTH + x] = likelihood;
      }
    }
  }

  private List<TextBox> boxes() {
    return new TextMap(likelihoods, WIDTH, HEIGHT)
        .boxes().stream().sorted(Comparator.comparingDouble(TextBox::centreY)).toList();
  }
}
