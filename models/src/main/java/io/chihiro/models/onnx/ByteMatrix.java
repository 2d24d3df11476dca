package io.chihiro.models.onnx;

/// A matrix in signed bytes with one scale a row or a column: `w ≈ scale · value`, zero is zero.
final class ByteMatrix {
  /// Processors without VNNI multiply two neighbours of a column by an unsigned byte each and add
  /// the products in 16 bits: 255 times what the two have together must fit, rounded up or not.
  private static final float LARGEST_PAIR = 127;

  /// A table is looked up, not multiplied.
  private static final float LARGEST_ALONE = 127;

  private final byte[] values;
  private final float[] scales;
  private final int rows;
  private final int columns;

  /// Which scale is a number's.
  private interface Scaled {
    int by(int row, int column);
  }

  private ByteMatrix(Weight matrix, float[] scales, Scaled scaled) {
    this.rows = matrix.length(0);
    this.columns = matrix.length(1);
    this.scales = scales;
    this.values = new byte[rows * columns];
    for (int i = 0; i < values.length; i++) {
      float scale = scales[scaled.by(i / columns, i % columns)];
      values[i] = scale == 0 ? 0 : (byte) Math.round(matrix.values()[i] / scale);
    }
  }

  /// For multiplying: inputs x outputs, one scale an output.
  static ByteMatrix byColumn(Weight matrix) {
    int columns = matrix.length(1);
    float[] scales = new float[columns];
    for (int row = 0; row < matrix.length(0); row += 2) {
      for (int column = 0; column < columns; column++) {
        float pair = pair(matrix, row, column);
        scales[column] = Math.max(scales[column], pair / LARGEST_PAIR);
      }
    }
    return new ByteMatrix(matrix, scales, (_, column) -> column);
  }

  // The most that a number and the one below it can come to, each multiplied by up to one.
  private static float pair(Weight matrix, int row, int column) {
    int columns = matrix.length(1);
    float one = matrix.values()[row * columns + column];
    float next = row + 1 < matrix.length(0) ? matrix.values()[(row + 1) * columns + column] : 0;
    float above = Math.max(one, 0) + Math.max(next, 0);
    float below = Math.max(-one, 0) + Math.max(-next, 0);
    return Math.max(above, below);
  }

  /// For looking up: one scale a row.
  static ByteMatrix byRow(Weight matrix) {
    int columns = matrix.length(1);
    float[] scales = new float[matrix.length(0)];
    for (int i = 0; i < matrix.values().length; i++) {
      float scale = Math.abs(matrix.values()[i]) / LARGEST_ALONE;
      scales[i / columns] = Math.max(scales[i / columns], scale);
    }
    return new ByteMatrix(matrix, scales, (row, _) -> row);
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
