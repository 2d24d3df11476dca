package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallRateTest {
  private static final Optional<Identity> HAKU =
      Optional.of(new Identity("haku", Identity.Role.MEMBER, "7h2k9x"));
  private static final Path NONE = Path.of("none");

  private final CallRate rate = new CallRate(new DoorFiles(NONE, NONE));

  @Test
  void whoCallsTooOftenIsToldHowLongToWait() {
    for (int call = 0; call < 3; call++) {
      assertEquals(Optional.empty(), rate.count(HAKU));
    }

    Duration wait = rate.count(HAKU).orElseThrow();
    assertTrue(wait.isPositive() && wait.compareTo(Duration.ofSeconds(1)) <= 0, wait.toString());
  }

  @Test
  void nobodyWaitsBecauseOfAnother() {
    for (int call = 0; call < 4; call++) {
      var _ = rate.count(Optional.empty());
    }

    assertTrue(rate.count(Optional.empty()).isPresent());
    assertEquals(Optional.empty(), rate.count(HAKU));
  }
}
