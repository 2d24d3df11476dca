package io.chihiro.models.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Lays vectors out on a plane so that neighbours stay neighbours (van der Maaten and Hinton 2008,
/// Journal of Machine Learning Research 9).
///
/// `min KL(P ‖ Q)`, `pᵢⱼ ∝ exp(−|xᵢ − xⱼ|² / 2σᵢ²)` made symmetric, `qᵢⱼ ∝ 1 / (1 + |yᵢ − yⱼ|²)`.
/// Exact, so its time and memory grow with the square of the vectors: for hundreds, not thousands.
/// The same seed gives the same plane.
final class Tsne {
  // Neighbours that count: the authors' middle value; fewer where there are few vectors.
  private static final double PERPLEXITY = 30;
  private static final int ITERATIONS = 500;
  // In the first iterations neighbours are pulled together, so that groups find each other.
  private static final int EARLY = 120;
  private static final double EXAGGERATION = 8;
  private static final int WIDTH_STEPS = 50;
  private static final double LEAST = 1e-12;

  private final int count;
  private final double[][] wanted;
  private final double[][] places;
  private final double[][] speeds;
  private final double[][] gains;

  /// A place on the plane.
  record Point(double x, double y) {}

  private Tsne(List<float[]> vectors, long seed) {
    count = vectors.size();
    wanted = wanted(vectors);
    places = new double[count][2];
    speeds = new double[count][2];
    gains = new double[count][2];
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      places[i][0] = random.nextGaussian() * 1e-4;
      places[i][1] = random.nextGaussian() * 1e-4;
      Arrays.fill(gains[i], 1);
    }
  }

  /// The places of the vectors, in their order.
  static List<Point> of(List<float[]> vectors, long seed) {
    Tsne tsne = new Tsne(vectors, seed);
    for (int i = 0; i < ITERATIONS && tsne.count > 1; i++) {
      tsne.step(i < EARLY ? EXAGGERATION : 1, i < EARLY ? 0.5 : 0.8);
    }
    List<Point> points = new ArrayList<>();
    for (double[] place : tsne.places) {
      points.add(new Point(place[0], place[1]));
    }
    return points;
  }

  private void step(double exaggeration, double momentum) {
    double[][] close = new double[count][count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        double x = places[i][0] - places[j][0];
        double y = places[i][1] - places[j][1];
        double closeness = 1 / (1 + x * x + y * y);
        close[i][j] = closeness;
        close[j][i] = closeness;
        sum += 2 * closeness;
      }
    }
    double rate = Math.max(count / exaggeration / 4, 20);
    double[][] pulls = pulls(close, sum, exaggeration);
    for (int i = 0; i < count; i++) {
      move(i, pulls[i], momentum, rate);
    }
  }

  private double[][] pulls(double[][] close, double sum, double exaggeration) {
    double[][] pulls = new double[count][2];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double force = 4 * (exaggeration * wanted[i][j] - close[i][j] / sum) * close[i][j];
        pulls[i][0] += force * (places[i][0] - places[j][0]);
        pulls[i][1] += force * (places[i][1] - places[j][1]);
      }
    }
    return pulls;
  }

  private void move(int point, double[] pull, double momentum, double rate) {
    for (int axis = 0; axis < 2; axis++) {
      boolean turns = Math.signum(pull[axis]) == Math.signum(speeds[point][axis]);
      gains[point][axis] =
          Math.max(turns ? gains[point][axis] * 0.8 : gains[point][axis] + 0.2, 0.01);
      speeds[point][axis] = momentum * speeds[point][axis] - rate * gains[point][axis] * pull[axis];
      places[point][axis] += speeds[point][axis];
    }
  }

  private static double[][] wanted(List<float[]> vectors) {
    int count = vectors.size();
    double perplexity = Math.clamp((count - 1) / 3.0, 1, PERPLEXITY);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = neighbours(distances(vectors, i), i, Math.log(perplexity));
    }
    double[][] wanted = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        wanted[i][j] = Math.max((rows[i][j] + rows[j][i]) / (2 * count), LEAST);
      }
    }
    return wanted;
  }

  private static double[] distances(List<float[]> vectors, int from) {
    double[] distances = new double[vectors.size()];
    for (int j = 0; j < distances.length; j++) {
      for (int k = 0; k < vectors.get(from).length; k++) {
        double difference = vectors.get(from)[k] - vectors.get(j)[k];
        distances[j] += difference * difference;
      }
    }
    return distances;
  }

  // Halves the range of 1 / 2σ² until as many neighbours count as wanted.
  private static double[] neighbours(double[] distances, int self, double entropyWanted) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double width = 1;
    double[] row = new double[distances.length];
    for (int i = 0; i < WIDTH_STEPS; i++) {
      double entropy = fill(row, distances, self, width);
      if (entropy > entropyWanted) {
        low = width;
      } else {
        high = width;
      }
      width = Double.isInfinite(high) ? width * 2 : (low + high) / 2;
    }
    return row;
  }

  private static double fill(double[] row, double[] distances, int self, double width) {
    double sum = LEAST;
    double weighted = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = j == self ? 0 : Math.exp(-distances[j] * width);
      sum += row[j];
      weighted += distances[j] * row[j];
    }
    for (int j = 0; j < row.length; j++) {
      row[j] /= sum;
    }
    return Math.log(sum) + width * weighted / sum;
  }
}
