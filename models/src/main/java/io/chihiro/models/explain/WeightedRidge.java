package io.chihiro.models.explain;

/// A line through weighted points that keeps its slopes small (Hoerl and Kennard 1970):
/// `min Σ wᵢ (yᵢ − b − xᵢ·β)² + λ |β|²`; the intercept b is not punished.
final class WeightedRidge {
  private final double[][] points;
  private final double[] values;
  private final double[] weights;
  private final double[] means;
  private final double mean;
  private final double[] slopes;

  /// Fits the line.
  ///
  /// @param points samples x features
  WeightedRidge(double[][] points, double[] values, double[] weights, double lambda) {
    this.points = points;
    this.values = values;
    this.weights = weights;
    this.means = means(points, weights);
    this.mean = mean(values, weights);
    this.slopes = solved(lambda);
  }

  /// One a feature.
  double[] slopes() {
    return slopes.clone();
  }

  /// R²: which share of the values' weighted variance the line tells; 1 where there is none.
  double fit() {
    double told = 0;
    double all = 0;
    for (int i = 0; i < points.length; i++) {
      double line = mean;
      for (int j = 0; j < slopes.length; j++) {
        line += slopes[j] * (points[i][j] - means[j]);
      }
      told += weights[i] * (values[i] - line) * (values[i] - line);
      all += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    return all == 0 ? 1 : 1 - told / all;
  }

  // (XᵀWX + λI) β = XᵀWy, with X and y centred.
  private double[] solved(double lambda) {
    int features = means.length;
    double[][] left = new double[features][features + 1];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < features; j++) {
        double x = weights[i] * (points[i][j] - means[j]);
        for (int k = 0; k < features; k++) {
          left[j][k] += x * (points[i][k] - means[k]);
        }
        left[j][features] += x * (values[i] - mean);
      }
    }
    for (int j = 0; j < features; j++) {
      left[j][j] += lambda;
    }
    return eliminated(left);
  }

  // Positive definite for any λ above 0: no pivoting is needed.
  private static double[] eliminated(double[][] rows) {
    int size = rows.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = rows[row][pivot] / rows[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          rows[row][column] -= factor * rows[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = rows[row][size];
      for (int column = row + 1; column < size; column++) {
        rest -= rows[row][column] * solution[column];
      }
      solution[row] = rest / rows[row][row];
    }
    return solution;
  }

  private static double[] means(double[][] points, double[] weights) {
    double[] means = new double[points[0].length];
    double sum = sum(weights);
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < means.length; j++) {
        means[j] += weights[i] * points[i][j] / sum;
      }
    }
    return means;
  }

  private static double mean(double[] values, double[] weights) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += weights[i] * values[i];
    }
    return mean / sum(weights);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
