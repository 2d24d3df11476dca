package io.chihiro.recommend.people;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.PageSession.Begun;
import io.chihiro.events.AccountKept;
import io.chihiro.events.AccountKept.AccessToken;
import io.chihiro.events.AccountKept.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownMembersTest {
  private static final Instant BEGUN = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant EXPIRES = BEGUN.plus(Duration.ofDays(3));
  private static final AccountKept HAKU =
      new AccountKept(
          "haku",
          Role.MEMBER,
          BEGUN,
          BEGUN,
          List.of(new AccessToken("5eed5eed", "0".repeat(64), BEGUN, EXPIRES, Optional.empty())),
          Optional.empty());

  @Test
  void aSessionEndsWithTheTokenItBeganWith() {
    assertTrue(goesOn(HAKU, "5eed5eed", EXPIRES.minusSeconds(1)));
    assertFalse(goesOn(HAKU, "5eed5eed", EXPIRES));
    assertFalse(goesOn(HAKU.with(List.of()), "5eed5eed", BEGUN), "the token was taken back");
    assertFalse(goesOn(HAKU, "0bad0bad", BEGUN), "it was never theirs");
  }

  @Test
  void aSessionOfAProvidersTokenLastsADaysUse() {
    assertTrue(goesOn(HAKU, "provider", BEGUN.plus(KnownMembers.PROVIDED).minusSeconds(1)));
    assertFalse(goesOn(HAKU, "provider", BEGUN.plus(KnownMembers.PROVIDED)));
  }

  @Test
  void takingEverythingBackEndsEverySession() {
    AccountKept ended = HAKU.withSessionsSince(BEGUN.plusSeconds(10));

    assertFalse(goesOn(ended, "5eed5eed", BEGUN.plusSeconds(11)));
    assertFalse(goesOn(ended, "provider", BEGUN.plusSeconds(11)));
  }

  private static boolean goesOn(AccountKept account, String pass, Instant now) {
    return KnownMembers.goesOn(account, new Begun(account.user(), pass, BEGUN), now);
  }
}
