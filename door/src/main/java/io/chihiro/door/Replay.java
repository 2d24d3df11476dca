package io.chihiro.door;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the front door and the other services tell one another about rejected records.
public final class Replay {
  /// The most records that are put back in one call.
  public static final int AT_ONCE = 100;

  private Replay() {}

  /// Which ones shall be put back.
  public record Wanted(@Nullable List<@Nullable String> ids) {
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

  /// What stays where it is, and why.
  ///
  /// @param left sentences by id
  public record Outcome(Map<String, String> left) {}
}
