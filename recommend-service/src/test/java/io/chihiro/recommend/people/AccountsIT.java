package io.chihiro.recommend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.AccountKept.Holder;
import io.chihiro.events.AccountKept.Role;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.recommend.people.ProviderTokens.Vouched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two copies of the service keep the same accounts, with a real broker.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AccountsIT {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final int ROUNDS = 30;
  private static final int LOOKS = 300;
  private static final String ISSUER = "https://home.example/realms/family";

  @TempDir private static Path folder;

  private static EmbeddedBroker broker;
  private static KafkaEventWriter writer;
  private static Accounts one;
  private static Accounts other;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.startAnywhere(folder);
    TopicCreation.ensure(broker.bootstrapServers());
    writer = new KafkaEventWriter(broker.bootstrapServers(), "test");
    one = started();
    other = started();
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    writer.close();
    broker.close();
  }

  private static Accounts started() throws InterruptedException {
    Accounts accounts = new Accounts(broker.bootstrapServers(), writer, () -> NOW);
    accounts.start();
    for (int look = 0; look < LOOKS; look++) {
      try {
        var _ = accounts.all();
        return accounts;
      } catch (RefusedException _) {
        // They are being read.
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new AssertionError("the accounts are not read");
  }

  @Test
  void whoeverTakesAnAccountsNameAtTheProviderLaterIsNotLetIn() {
    var _ = one.add("lin", Role.MEMBER);

    assertEquals(Optional.of("lin"), user("lin", "4711"));
    assertEquals(Optional.empty(), user("lin", "0815"));
    assertEquals(Optional.of("lin"), user("lin", "4711"));
    assertEquals(Optional.empty(), user("nobody", "4711"));
  }

  @Test
  void aChangeUndoesNothingThatAnotherCopyHasJustChanged() {
    var _ = one.add("haku", Role.MEMBER);
    for (int round = 0; round < ROUNDS; round++) {
      String first = one.token("haku", Duration.ofDays(1)).kept().id();
      String second = other.token("haku", Duration.ofDays(1)).kept().id();
      one.revoke("haku", first);
      other.revoke("haku", second);
      assertEquals(List.of(), other.of("haku").tokens(), "what was taken back stays so");
    }
  }

  @Test
  void nobodyGetsATokenForSomebodyWhoWouldNotNotice() {
    var _ = one.add("zen", Role.MEMBER);
    FreshToken first = one.tokenFor("zen", Duration.ofDays(1), "owner");
    assertEquals(Optional.of("owner"), one.of("zen").tokens().getFirst().madeBy());

    assertThrows(RefusedException.class, () -> one.tokenFor("zen", Duration.ofDays(1), "yubaba"));

    String own = one.token("zen", Duration.ofDays(1)).kept().id();
    assertEquals(Optional.of("zen"), one.of("zen").token(own).orElseThrow().madeBy());
    one.revokeAll("zen");
    assertNotEquals(first.shown(), one.tokenFor("zen", Duration.ofDays(1), "yubaba").shown());
  }

  private static Optional<String> user(String name, String subject) {
    Vouched somebody = new Vouched(name, new Holder(ISSUER, subject));
    return new KnownMembers(one, _ -> Optional.of(somebody), () -> NOW)
        .byToken("a.b.c")
        .map(Identity::user);
  }
}
