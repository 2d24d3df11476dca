package io.chihiro.models.onnx;

import java.util.function.IntUnaryOperator;

/// A matrix in signed bytes with one scale a row or a column: `w ≈ scale · value`, zero is zero.
final class Int8Matrix {
  /// Not all of the eight bits: what it is multiplied by needs its share of 16.
  static final int LARGEST_INPUT = 90;

  /// A table is looked up, not multiplied: all eight bits.
  private static final int LARGEST_ROW = 127;

  private final byte[] values;
  private final float[] scales;
  private final int rows;
  private final int columns;

  private Int8Matrix(Weight matrix, int scaled, int largest, IntUnaryOperator scaleOf) {
    this.rows = matrix.length(0);
    this.columns = matrix.length(1);
    this.scales = new float[scaled];
    float[] floats = matrix.values();
    for (int i = 0; i < floats.length; i++) {
      int scale = scaleOf.applyAsInt(i);
      scales[scale] = Math.max(scales[scale], Math.abs(floats[i]) / largest);
    }
    this.values = new byte[floats.length];
    for (int i = 0; i < floats.length; i++) {
      float scale = scales[scaleOf.applyAsInt(i)];
      values[i] = scale == 0 ? 0 : (byte) Math.round(floats[i] / scale);
    }
  }

  /// For multiplying: inputs x outputs, one scale an output.
  static Int8Matrix byColumn(Weight matrix) {
    int columns = matrix.length(1);
    return new Int8Matrix(matrix, columns, LARGEST_INPUT, i -> i % columns);
  }

  /// For looking up: one scale a row.
  static Int8Matrix byRow(Weight matrix) {
    int columns = matrix.length(1);
    return new Int8Matrix(matrix, matrix.length(0), LARGEST_ROW, i -> i / columns);
  }

  byte[] values() {
    return values;
  }

  float[] scales() {
    return scales;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }
}
