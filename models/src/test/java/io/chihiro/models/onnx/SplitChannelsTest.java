package io.chihiro.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.onnx.InputRanges.Range;
import io.chihiro.models.onnx.SplitChannels.Piece;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitChannelsTest {
  private static final double LEAST_OF_GELU = 0.17;
  private static final Range ONE_LOUD_CHANNEL = range(3, 25, 2, 3.5f);

  @Test
  void thePiecesOfALoudChannelAddUpToIt() {
    SplitChannels split = SplitChannels.of(ONE_LOUD_CHANNEL);

    for (float x : new float[] {-3, 0, 1, 2.5f, 9, 18, 25}) {
      assertEquals(gelu(x), throughPieces(split, 1, x), LEAST_OF_GELU, x + " loud");
    }
    for (float x : new float[] {-3, 0, 1, 2.5f, 3.5f}) {
      assertEquals(gelu(x), throughPieces(split, 3, x), 1e-6, x + " as it was");
    }
  }

  @Test
  void noChannelIsDividedWhereAllAreQuiet() {
    SplitChannels split = SplitChannels.of(range(3, 4, 0, 1));

    assertEquals(4, split.most());
    assertEquals(
        List.of(new Piece(0, 0), new Piece(1, 0), new Piece(2, 0), new Piece(3, 0)),
        split.columns());
  }

  @Test
  void whatNeverRisesAboveZeroNeedsNoRoom() {
    assertEquals(0, SplitChannels.of(range(0, -1)).most());
  }

  @Test
  void aPieceHoldsAtLeastWhatIsUsualAndThereAreFewMore() {
    float[] loud = new float[40];
    for (int channel = 0; channel < loud.length; channel++) {
      loud[channel] = 5 + channel;
    }
    SplitChannels split = SplitChannels.of(range(loud));

    assertEquals(56, split.columns().size());
    assertEquals(28, split.most(), "44 to 29 are halved, 28 is the largest that is not");
  }

  @Test
  void aFurtherPieceStandsBetweenChannels() {
    List<Piece> columns = SplitChannels.of(range(3, 25, 2, 3.5f, 1, 1, 1, 1)).columns();

    for (int i = 1; i < columns.size(); i++) {
      assertTrue(
          columns.get(i - 1).below() == 0 || columns.get(i).below() == 0, columns.toString());
    }
  }

  @Test
  void eachColumnKeepsTheNumbersOfItsChannel() {
    SplitChannels split =
        new SplitChannels(4, List.of(new Piece(0, 0), new Piece(1, 1), new Piece(1, 0)));

    assertArrayEquals(
        new float[] {1, 2, 2, 3, 4, 4},
        split.before(Weight.of(new float[] {1, 2, 3, 4}, 2, 2)).values());
    assertArrayEquals(
        new float[] {0.5f, -3, 1}, split.bias(Weight.of(new float[] {0.5f, 1}, 2)).values());
    assertArrayEquals(
        new float[] {1, 2, 3, 4, 3, 4},
        split.behind(Weight.of(new float[] {1, 2, 3, 4}, 2, 2)).values());
  }

  // One number goes through a matrix of ones, GELU, the largest step, and the row of a channel.
  private static double throughPieces(SplitChannels split, int channel, float x) {
    int channels = ONE_LOUD_CHANNEL.channels();
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    float[] row = new float[channels];
    row[channel] = 1;
    float[] before = split.before(Weight.of(ones, 1, channels)).values();
    float[] bias = split.bias(Weight.of(new float[channels], channels)).values();
    float[] behind = split.behind(Weight.of(row, channels, 1)).values();
    double sum = 0;
    for (int column = 0; column < before.length; column++) {
      sum += Math.min(gelu(x * before[column] + bias[column]), split.most()) * behind[column];
    }
    return sum;
  }

  private static double gelu(double x) {
    return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
  }

  private static Range range(float... largest) {
    float[] least = new float[largest.length];
    Arrays.fill(least, (float) -LEAST_OF_GELU);
    return Range.of(least, largest);
  }
}
