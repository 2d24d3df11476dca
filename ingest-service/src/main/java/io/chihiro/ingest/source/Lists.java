package io.chihiro.ingest.source;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The playlists of a source that are known.
///
/// @param nextLook when they are looked at again
/// @param known each list's version by the list's id; the same version need not be read again
public record Lists(Instant nextLook, Map<String, String> known) {
  /// None was ever looked at.
  public static final Lists NONE = new Lists(Instant.EPOCH, Map.of());

  public Lists {
    known = Map.copyOf(known);
  }

  /// Looked at again later.
  public Lists later(Instant next) {
    return new Lists(next, known);
  }

  /// A list was read.
  public Lists with(String list, String version) {
    Map<String, String> more = new TreeMap<>(known);
    more.put(list, version);
    return new Lists(nextLook, more);
  }

  /// A list is gone.
  public Lists without(String list) {
    Map<String, String> fewer = new TreeMap<>(known);
    fewer.remove(list);
    return new Lists(nextLook, fewer);
  }

  static Lists orNone(@Nullable Lists lists) {
    return lists == null ? NONE : lists;
  }
}
