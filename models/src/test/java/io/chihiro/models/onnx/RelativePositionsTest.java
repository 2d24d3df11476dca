package io.chihiro.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RelativePositionsTest {
  // Worked out by hand from the paper's formula: 32 classes, 8 single distances on each side.
  @Test
  void nearDistancesAreSingleAndFarOnesShareAClass() {
    long[] classes = RelativePositions.classes(200, 32);

    assertEquals(0, classes[0]);
    assertEquals(16 + 7, classes[7]);
    assertEquals(16 + 8, classes[8]);
    assertEquals(16 + 8, classes[11]);
    assertEquals(16 + 10, classes[16]);
    assertEquals(16 + 15, classes[128]);
    assertEquals(16 + 15, classes[199]);
  }

  @Test
  void lookingBackIsAnotherClassThanLookingAhead() {
    assertArrayEquals(new long[] {0, 17, 18, 1, 0, 17, 2, 1, 0}, RelativePositions.classes(3, 32));
  }
}
