package io.chihiro.events;

/// The checks at the door that several records share. Each message names the field.
final class Check {
  private Check() {}

  static String text(String field, String value) {
    require(value != null && !value.isBlank(), field + " must not be blank");
    return value;
  }

  /// A user's name is the first part of every key, so it must not hold what parts them.
  static String user(String value) {
    text("user", value);
    require(value.indexOf(Keys.SEPARATOR) < 0, "user must not hold " + Keys.SEPARATOR);
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
