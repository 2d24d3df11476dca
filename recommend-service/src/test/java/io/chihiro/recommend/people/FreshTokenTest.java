package io.chihiro.recommend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  private final FreshToken fresh = FreshToken.of("haku", new SecureRandom(), NOW, YEAR, "owner");

  @Test
  void aTokenLetsItsHolderInUntilItExpires() {
    Instant end = NOW.plus(YEAR);

    assertTrue(FreshToken.lets(fresh.kept(), fresh.shown(), NOW));
    assertTrue(FreshToken.lets(fresh.kept(), fresh.shown(), end.minusSeconds(1)));
    assertFalse(FreshToken.lets(fresh.kept(), fresh.shown(), end));
  }

  @Test
  void whatIsKeptDoesNotOpenAnything() {
    assertFalse(FreshToken.lets(fresh.kept(), fresh.kept().sha256(), NOW));
    assertFalse(fresh.kept().toString().contains(fresh.shown().substring(25)));
  }

  @Test
  void aTokenSaysWhoseItIsAndWhichOfTheirs() {
    assertEquals(
        Optional.of(new FreshToken.Claim("haku", fresh.kept().id())),
        FreshToken.claim(fresh.shown()));
    assertNotEquals(
        fresh.shown(), FreshToken.of("haku", new SecureRandom(), NOW, YEAR, "owner").shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "chihiro_", "chihiro_haku_12345678_", "chihiro_../x_12345678_ab", "a.b.c"})
  void anythingElseIsNoTokenOfOurs(String shown) {
    assertEquals(Optional.empty(), FreshToken.claim(shown));
  }
}
