package io.chihiro.models.tastes;

/// A symmetric positive definite matrix, inverted where it lies: Cholesky's `A = LLᵀ`, then
/// `A⁻¹ = L⁻ᵀL⁻¹`. Only the lower half is kept, row by row, so all inner loops run along rows.
final class PositiveMatrix {
  private final double[][] rows;

  /// @param rows row i has i + 1 numbers; they are changed
  PositiveMatrix(double[][] rows) {
    this.rows = rows;
  }

  /// Inverts it.
  ///
  /// @return the lower half of the inverse, in the same arrays
  /// @throws IllegalArgumentException if it is not positive definite
  double[][] inverted() {
    for (int row = 0; row < rows.length; row++) {
      factor(row);
    }
    for (int row = 0; row < rows.length; row++) {
      invertFactor(row);
    }
    for (int row = 0; row < rows.length; row++) {
      multiply(row);
    }
    return rows;
  }

  // Lᵢⱼ = (Aᵢⱼ − Σₖ Lᵢₖ·Lⱼₖ) / Lⱼⱼ
  private void factor(int row) {
    double[] own = rows[row];
    for (int column = 0; column < row; column++) {
      own[column] = (own[column] - dot(own, rows[column], column)) / rows[column][column];
    }
    double square = own[row] - dot(own, own, row);
    if (!(square > 0)) {
      throw new IllegalArgumentException("the matrix is not positive definite");
    }
    own[row] = Math.sqrt(square);
  }

  // Row i of L⁻¹ is made of the rows before it, which are there already.
  private void invertFactor(int row) {
    double[] factor = rows[row];
    double[] inverse = new double[row + 1];
    for (int before = 0; before < row; before++) {
      add(inverse, rows[before], -factor[before], before + 1);
    }
    for (int column = 0; column < row; column++) {
      inverse[column] /= factor[row];
    }
    inverse[row] = 1 / factor[row];
    rows[row] = inverse;
  }

  // Row i of L⁻ᵀL⁻¹ needs row i and those after it, which are not multiplied yet.
  private void multiply(int row) {
    double[] product = new double[row + 1];
    for (int below = row; below < rows.length; below++) {
      add(product, rows[below], rows[below][row], row + 1);
    }
    rows[row] = product;
  }

  private static double dot(double[] one, double[] other, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void add(double[] sum, double[] row, double by, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += by * row[i];
    }
  }
}
