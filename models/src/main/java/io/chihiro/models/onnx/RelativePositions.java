package io.chihiro.models.onnx;

/// How far apart two tokens are, in classes that widen with the distance (Raffel et al. 2020,
/// arXiv:1910.10683, as MPNet takes it over).
public final class RelativePositions {
  /// The parameter with a number for each class and head: classes x heads.
  public static final String TABLE = "encoder.relative_attention_bias.weight";

  /// From here on all distances are one class.
  private static final double FARTHEST = 128;

  private RelativePositions() {}

  /// The class of each pair of tokens, those of one reading token lying together.
  ///
  /// @param tokens in a text
  /// @param classes rows of the table
  public static long[] classes(int tokens, int classes) {
    long[] all = new long[tokens * tokens];
    for (int reading = 0; reading < tokens; reading++) {
      for (int read = 0; read < tokens; read++) {
        all[reading * tokens + read] = classOf(read - reading, classes);
      }
    }
    return all;
  }

  // One half of the classes looks back, the other ahead; half of each are single distances.
  private static int classOf(int ahead, int classes) {
    int half = classes / 2;
    int first = ahead > 0 ? half : 0;
    int distance = Math.abs(ahead);
    int exact = half / 2;
    if (distance < exact) {
      return first + distance;
    }
    double wide = Math.log((double) distance / exact) / Math.log(FARTHEST / exact);
    return first + Math.min(half - 1, exact + (int) (wide * (half - exact)));
  }
}
