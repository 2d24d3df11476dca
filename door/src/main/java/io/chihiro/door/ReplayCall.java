package io.chihiro.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the front door asks of the service that writes a topic: to put rejected records back there.
///
/// @param ids their names
public record ReplayCall(@Nullable List<@Nullable String> ids) {
  /// The most records that are put back in one call.
  public static final int AT_ONCE = 100;

  /// Their names.
  ///
  /// @throws RefusedException if there are none or too many
  public List<String> named() {
    if (ids == null || ids.isEmpty() || ids.size() > AT_ONCE) {
      throw RefusedException.wrongCall("\"ids\" must name 1 to " + AT_ONCE + " records.");
    }
    return ids.stream().map(String::valueOf).distinct().toList();
  }
}
