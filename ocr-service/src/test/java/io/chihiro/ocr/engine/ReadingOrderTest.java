package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTest {
  @Test
  void aPageWithoutBoxesHasNoLines() {
    assertEquals(List.of(), ReadingOrder.of(List.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.15, -0.05, 0, 0.05, 0.15})
  void linesRunFromTopToBottomAndFromLeftToRightHoweverThePageIsTilted(double tilt) {
    var lines = new ArrayList<List<TextBox>>();
    for (int line = 0; line < 12; line++) {
      lines.add(List.of(box(200, line, tilt), box(600, line, tilt), box(1000, line, tilt)));
    }
    var shuffled = new ArrayList<>(lines.stream().flatMap(List::stream).toList());
    Collections.shuffle(shuffled, new Random(5));
    assertEquals(lines, ReadingOrder.of(shuffled));
  }

  @Test
  void aLowCommaBesideAWordStaysInItsLine() {
    var word = new TextBox(100, 100, 150, 40, 0);
    var comma = new TextBox(190, 112, 10, 20, 0);
    var next = new TextBox(100, 150, 150, 40, 0);
    assertEquals(
        List.of(List.of(word, comma), List.of(next)), ReadingOrder.of(List.of(next, comma, word)));
  }

  private static TextBox box(double x, int line, double tilt) {
    var y = 60.0 * line;
    return new TextBox(
        x * Math.cos(tilt) - y * Math.sin(tilt),
        x * Math.sin(tilt) + y * Math.cos(tilt),
        300,
        40,
        tilt);
  }
}
