package io.chihiro.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Looks again and again until something is there.
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Patience() {}

  /// A question that may have no answer yet.
  interface Look<T> {
    Optional<T> look() throws Exception;
  }

  /// Returns what was found.
  ///
  /// @param what is waited for, to be named when it does not come
  static <T> T until(Duration longest, String what, Look<T> look) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      Optional<T> found = look.look();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + longest.toSeconds() + " s: " + what);
      }
      Thread.sleep(PAUSE);
    }
  }

  /// Waits until something is true.
  static void untilTrue(Duration longest, String what, BooleanSupplier condition) throws Exception {
    boolean _ =
        until(longest, what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
