package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/// A vector of eight bits a number: each times `step` is the number it stands for. A quarter of a
/// [UnitVector]. Travels as base64 of the step, a little-endian 32-bit float, and the numbers;
/// immutable.
public final class EightBitVector {
  private final float step;
  private final byte[] numbers;

  private EightBitVector(float step, byte[] numbers) {
    Check.require(step > 0 && Float.isFinite(step), "step must be positive: " + step);
    Check.require(numbers.length > 0, "numbers must not be empty");
    this.step = step;
    this.numbers = numbers;
  }

  /// A vector of these numbers.
  ///
  /// @param numbers copied
  public static EightBitVector of(float step, byte[] numbers) {
    return new EightBitVector(step, numbers.clone());
  }

  @JsonCreator
  static EightBitVector decode(String base64) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    Check.require(bytes.remaining() > Float.BYTES, "a vector must hold its step and its numbers");
    float step = bytes.getFloat();
    byte[] numbers = new byte[bytes.remaining()];
    bytes.get(numbers);
    return new EightBitVector(step, numbers);
  }

  @JsonValue
  String encode() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(step).put(numbers);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// What each number is to be multiplied by.
  public float step() {
    return step;
  }

  /// A copy of its numbers.
  public byte[] toArray() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EightBitVector that
        && step == that.step
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Float.hashCode(step) + Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return "EightBitVector[" + numbers.length + "]";
  }
}
