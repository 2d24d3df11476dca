package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.chihiro.recommend.index.InMemoryNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTimeLinksTest {
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final OneTimeLinks links = new OneTimeLinks(new InMemoryNotes(() -> now));

  @Test
  void aLinkOpensOnceForWhomItWasMade() {
    String code = links.issue("haku");

    assertEquals(Optional.of("haku"), links.use(code));
    assertEquals(Optional.empty(), links.use(code));
  }

  @Test
  void aLinkIsGoodForAQuarterOfAnHour() {
    String early = links.issue("haku");
    String late = links.issue("haku");

    now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
    assertEquals(Optional.of("haku"), links.use(early));
    now = now.plusMillis(1);
    assertEquals(Optional.empty(), links.use(late));
  }

  @Test
  void aCodeNobodyIssuedOpensNothing() {
    links.issue("haku");

    assertEquals(Optional.empty(), links.use(""));
    assertEquals(Optional.empty(), links.use("0".repeat(48)));
  }

  @Test
  void codesCannotBeGuessedFromOneAnother() {
    String one = links.issue("haku");
    String other = links.issue("haku");

    assertNotEquals(one, other);
    assertEquals(48, one.length());
  }

  @Test
  void aLinkOpensAtWhicheverCopyTheBrowserComesTo() {
    InMemoryNotes shared = new InMemoryNotes(() -> now);
    String code = new OneTimeLinks(shared).issue("haku");

    assertEquals(Optional.of("haku"), new OneTimeLinks(shared).use(code));
    assertEquals(Optional.empty(), new OneTimeLinks(shared).use(code));
  }
}
