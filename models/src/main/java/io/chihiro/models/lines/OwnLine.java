package io.chihiro.models.lines;

import io.chihiro.models.Vectors;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How high the line that an explanation is of stands among the lines of other songs. Pure.
public final class OwnLine {
  private OwnLine() {}

  /// The mean reciprocal rank of each pair's own line among the lines of all pairs; other lines of
  /// its song are not counted.
  ///
  /// @param asked unit vectors of what is asked, by text
  /// @param lines unit vectors of lines, by text
  public static double meanReciprocalRank(
      List<LinePair> pairs, Map<String, float[]> asked, Map<String, float[]> lines) {
    return pairs.stream()
        .mapToDouble(pair -> 1.0 / rank(pair, pairs, known(asked, pair.asked()), lines))
        .average()
        .orElse(0);
  }

  private static long rank(
      LinePair own, List<LinePair> pairs, float[] asked, Map<String, float[]> lines) {
    float right = Vectors.dot(asked, known(lines, own.line()));
    return 1
        + pairs.stream()
            .filter(other -> !other.song().equals(own.song()))
            .map(LinePair::line)
            .distinct()
            .filter(line -> !line.equals(own.line()))
            .filter(line -> Vectors.dot(asked, known(lines, line)) >= right)
            .count();
  }

  private static float[] known(Map<String, float[]> vectors, String text) {
    return Objects.requireNonNull(vectors.get(text), "a text was not encoded");
  }
}
