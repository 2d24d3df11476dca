package io.chihiro.models.index;

/// A vector that may be compared: of the index's width, of numbers alone, and of length one.
final class UnitVector {
  private final float[] numbers;

  private UnitVector(float[] numbers) {
    this.numbers = numbers;
  }

  /// The vector of length one in the same direction.
  ///
  /// @param what the vector is, for sentences
  /// @param width that it must have
  static UnitVector of(String what, float[] vector, int width) {
    if (vector.length != width) {
      throw new IllegalArgumentException(
          "%s has %d numbers, the index holds vectors of %d".formatted(what, vector.length, width));
    }
    double length = Math.sqrt(squares(what, vector));
    if (length == 0) {
      throw new IllegalArgumentException(what + " has no direction: all of its numbers are zero");
    }
    float[] unit = new float[width];
    for (int i = 0; i < width; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new UnitVector(unit);
  }

  float[] numbers() {
    return numbers;
  }

  // In doubles, so that neither very large nor very small numbers are lost.
  private static double squares(String what, float[] vector) {
    double squares = 0;
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException(
            what + " holds " + number + ", which cannot be compared with anything");
      }
      squares += (double) number * number;
    }
    return squares;
  }
}
