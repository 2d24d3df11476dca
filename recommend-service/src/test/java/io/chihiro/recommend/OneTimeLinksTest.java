package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeLinksTest {
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final OneTimeLinks links = new OneTimeLinks(() -> now);

  @Test
  void aLinkOpensOnce() {
    String code = links.issue();

    assertTrue(links.use(code));
    assertFalse(links.use(code));
  }

  @Test
  void aLinkIsGoodForAQuarterOfAnHour() {
    String early = links.issue();
    String late = links.issue();

    now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
    assertTrue(links.use(early));
    now = now.plusMillis(1);
    assertFalse(links.use(late));
  }

  @Test
  void aCodeNobodyIssuedOpensNothing() {
    links.issue();

    assertFalse(links.use(""));
    assertFalse(links.use("0".repeat(48)));
  }

  @Test
  void codesCannotBeGuessedFromOneAnother() {
    String one = links.issue();
    String other = links.issue();

    assertNotEquals(one, other);
    assertEquals(48, one.length());
  }

  @Test
  void linksNobodyOpensDoNotPileUp() {
    String first = links.issue();
    for (int i = 0; i < 100; i++) {
      links.issue();
    }

    assertFalse(links.use(first));
    assertTrue(links.use(links.issue()));
  }
}
