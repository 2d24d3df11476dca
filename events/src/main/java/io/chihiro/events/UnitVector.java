package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/// A vector of length one. Travels as base64 of little-endian 32-bit floats; immutable.
public final class UnitVector {
  private static final double TOLERANCE = 1e-3;

  private final float[] values;

  private UnitVector(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    Check.require(
        Math.abs(Math.sqrt(square) - 1) < TOLERANCE,
        "a unit vector must have length 1, not " + Math.sqrt(square));
    this.values = values;
  }

  /// A vector of these numbers.
  ///
  /// @param values of length 1 within 0.001; copied
  public static UnitVector of(float[] values) {
    return new UnitVector(values.clone());
  }

  @JsonCreator
  static UnitVector decode(String base64) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return new UnitVector(values);
  }

  @JsonValue
  String encode() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// How many numbers it has.
  public int dimension() {
    return values.length;
  }

  /// A copy of its numbers.
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "UnitVector[" + values.length + "]";
  }
}
