package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token that is to be made.
///
/// @param days how long it is to be good; a year if nothing is said
public record TokenWish(@Nullable Integer days) {
  private static final int LONGEST_DAYS = 3650;
  private static final int USUAL_DAYS = 365;

  /// How long it is to be good.
  ///
  /// @throws RefusedException if that is too long, or no time
  Duration lifetime() {
    int wanted = Optional.ofNullable(days).orElse(USUAL_DAYS);
    if (wanted < 1 || wanted > LONGEST_DAYS) {
      throw RefusedException.wrongCall(
          "The field \"days\" lies between 1 and " + LONGEST_DAYS + ".");
    }
    return Duration.ofDays(wanted);
  }
}
