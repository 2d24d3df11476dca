package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void oneSlowRoundDoesNotMoveTheMedian() {
    assertEquals(2, Numbers.median(List.of(100.0, 2.0, 1.0)));
  }

  @Test
  void theMedianOfAnEvenCountLiesBetweenTheMiddleTwo() {
    assertEquals(2.5, Numbers.median(List.of(4.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void threeDigitsAreShown() {
    assertEquals("0.123", Numbers.shown(0.1234));
    assertEquals("1.23", Numbers.shown(1.234));
    assertEquals("12.3", Numbers.shown(12.34));
    assertEquals("42,000", Numbers.shown(42_000.4));
  }
}
