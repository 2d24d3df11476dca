package io.chihiro.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tolerant reader makes of a list or a map that an older writer did not know: an absent
/// JSON field reaches the constructor as null. (Optionals need no such care, Jackson reads them as
/// empty.)
final class Absent {
  private Absent() {}

  static <T> List<T> toEmpty(@Nullable List<T> value) {
    return value == null ? List.of() : List.copyOf(value);
  }

  static <V> Map<String, V> toEmpty(@Nullable Map<String, V> value) {
    return value == null ? Map.of() : Map.copyOf(value);
  }
}
