package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.chihiro.door.Identity;
import io.chihiro.door.Identity.Role;
import io.chihiro.recommend.index.InMemoryNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTimeLinksTest {
  private static final Identity HAKU = new Identity("haku", Role.MEMBER, "5eed5eed");

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final OneTimeLinks links = new OneTimeLinks(new InMemoryNotes(() -> now));

  @Test
  void aLinkOpensOnceForWhomItWasMade() {
    String code = links.issue(HAKU);

    assertEquals(Optional.of(HAKU), links.use(code));
    assertEquals(Optional.empty(), links.use(code));
  }

  @Test
  void aLinkIsGoodForAQuarterOfAnHour() {
    String early = links.issue(HAKU);
    String late = links.issue(HAKU);

    now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
    assertEquals(Optional.of(HAKU), links.use(early));
    now = now.plusMillis(1);
    assertEquals(Optional.empty(), links.use(late));
  }

  @Test
  void aCodeNobodyIssuedOpensNothing() {
    links.issue(HAKU);

    assertEquals(Optional.empty(), links.use(""));
    assertEquals(Optional.empty(), links.use("0".repeat(48)));
  }

  @Test
  void codesCannotBeGuessedFromOneAnother() {
    String one = links.issue(HAKU);
    String other = links.issue(HAKU);

    assertNotEquals(one, other);
    assertEquals(48, one.length());
  }

  @Test
  void aLinkOpensAtWhicheverCopyTheBrowserComesTo() {
    InMemoryNotes shared = new InMemoryNotes(() -> now);
    String code = new OneTimeLinks(shared).issue(HAKU);

    assertEquals(Optional.of(HAKU), new OneTimeLinks(shared).use(code));
    assertEquals(Optional.empty(), new OneTimeLinks(shared).use(code));
  }
}
