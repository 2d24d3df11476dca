package io.chihiro.models.onnx;

import java.util.Arrays;

/// Numbers in the shape of a tensor, the last axis lying together. Whoever gives or takes the
/// numbers may not change them.
public final class Weight implements Safetensors.Tensor {
  private final int[] shape;
  private final float[] values;

  private Weight(int[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /// Numbers in a shape that holds just as many.
  public static Weight of(float[] values, int... shape) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          values.length + " numbers do not fill the shape " + Arrays.toString(shape));
    }
    return new Weight(shape.clone(), values);
  }

  /// The length of one axis.
  public int length(int axis) {
    return shape[axis];
  }

  /// How many axes there are.
  public int axes() {
    return shape.length;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /// The numbers themselves, not a copy.
  @Override
  public float[] values() {
    return values;
  }

  /// Rows and columns changed over.
  public Weight transposed() {
    int rows = shape[0];
    int columns = shape[1];
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return of(turned, columns, rows);
  }

  /// `share·this + (1 − share)·other`.
  public Weight mixed(Weight other, double share) {
    if (!Arrays.equals(shape, other.shape)) {
      throw new IllegalArgumentException("weights of different shapes cannot be mixed");
    }
    float[] mixed = new float[values.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (share * values[i] + (1 - share) * other.values[i]);
    }
    return of(mixed, shape);
  }
}
