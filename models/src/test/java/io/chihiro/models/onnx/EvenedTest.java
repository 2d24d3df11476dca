package io.chihiro.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.onnx.InputRanges.Range;
import org.junit.jupiter.api.Test;

class EvenedTest {
  private static final Range ONE_LOUD_CHANNEL =
      Range.of(new float[] {-1, 0, -2}, new float[] {1, 30, 2});
  private static final Weight MATRIX =
      Weight.of(new float[] {0.5f, -0.25f, 0.1f, 0.2f, 1, 0}, 3, 2);

  @Test
  void theProductStaysWhatItWas() {
    Evened evened = Evened.of(ONE_LOUD_CHANNEL, MATRIX);
    float[] x = {0.5f, 20, -1};
    float[] even = x.clone();
    for (int i = 0; i < even.length; i++) {
      even[i] *= evened.shares().values()[i];
    }

    assertArrayEquals(product(x, MATRIX), product(even, evened.matrix()), 1e-5f);
  }

  @Test
  void theStepsAreFinerForTheQuietChannels() {
    Evened evened = Evened.of(ONE_LOUD_CHANNEL, MATRIX);
    float quiet = evened.shares().values()[0];

    assertTrue(evened.steps().size() / quiet < Steps.of(ONE_LOUD_CHANNEL).size() / 3);
  }

  @Test
  void aChannelThatNeverMovedIsLeftAsItIs() {
    Range still = Range.of(new float[2], new float[2]);
    Evened evened = Evened.of(still, Weight.of(new float[] {1, 2}, 2, 1));

    assertArrayEquals(new float[] {1, 1}, evened.shares().values());
    assertEquals(0, evened.steps().zero());
  }

  @Test
  void zeroIsAStepAndTheEndsFit() {
    Steps steps = Steps.between(-1, 3);

    assertEquals(64, steps.zero());
    assertEquals(255, steps.zero() + Math.round(3 / steps.size()));
  }

  private static float[] product(float[] x, Weight matrix) {
    float[] product = new float[matrix.length(1)];
    for (int i = 0; i < matrix.values().length; i++) {
      product[i % product.length] += x[i / product.length] * matrix.values()[i];
    }
    return product;
  }
}
