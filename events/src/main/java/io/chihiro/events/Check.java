package io.chihiro.events;

/// The checks at the door that several records share. Each message names the field.
final class Check {
  private Check() {}

  static String text(String field, String value) {
    require(value != null && !value.isBlank(), field + " must not be blank");
    return value;
  }

  static int notNegative(String field, int value) {
    require(value >= 0, field + " must not be negative: " + value);
    return value;
  }

  static long notNegative(String field, long value) {
    require(value >= 0, field + " must not be negative: " + value);
    return value;
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
