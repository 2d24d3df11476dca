package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSessionTest {
  @TempDir private Path folder;
  private ServiceToken token;
  private static final Identity HAKU = new Identity("haku", Identity.Role.MEMBER, "5eed5eed");
  private static final Instant BEGUN = Instant.parse("2026-11-22T08:00:00Z");

  private Instant now = BEGUN;

  @BeforeEach
  void readToken() throws IOException {
    token = token("a".repeat(32));
  }

  @Test
  void aSessionIsGoodForThirtyDays() {
    PageSession session = session();
    String cookie = session.issue(HAKU);

    now = now.plus(PageSession.LIFETIME).minusSeconds(1);
    assertEquals(
        Optional.of(new PageSession.Begun("haku", "5eed5eed", BEGUN)), session.read(cookie));
    now = now.plusSeconds(1);
    assertEquals(Optional.empty(), session.read(cookie));
  }

  @Test
  void aRestartLogsNobodyOut() {
    assertTrue(session().read(session().issue(Identity.owner("ab12cd34"))).isPresent());
  }

  @Test
  void aSessionOfAnotherTokenIsForged() throws IOException {
    PageSession other = new PageSession(token("b".repeat(32)), () -> now);

    assertEquals(Optional.empty(), session().read(other.issue(Identity.owner("ab12cd34"))));
    assertNotEquals(session().cookieName(), other.cookieName());
  }

  @Test
  void aSessionCannotBeMadeToLastLongerOrToBeAnothers() {
    String cookie = session().issue(HAKU);
    String begun = String.valueOf(BEGUN.getEpochSecond());

    assertEquals(
        Optional.empty(),
        session().read(cookie.replace(begun, String.valueOf(BEGUN.getEpochSecond() + 1))));
    assertEquals(Optional.empty(), session().read(cookie.replace("haku", "owner")));
    assertEquals(Optional.empty(), session().read(cookie.replace("5eed5eed", "provider")));
  }

  @Test
  void aSignatureMadeForSomethingElseOpensNothing() {
    String begun = "owner.ab12cd34." + now.getEpochSecond();

    assertEquals(Optional.empty(), session().read(begun + "." + token.sign(begun)));
    assertEquals(Optional.empty(), session().read("cookie-name." + token.sign("cookie-name")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "abc",
        "abc.def",
        "1.",
        ".abc",
        "owner.1790000000.abc",
        "owner.ab12.99999999999999999999.abc",
        "owner.ab12.9223372036854775807.abc",
        "owner.ab12.-1.abc",
        "1.2.3",
        "1.2.3.4",
        "🌊.🌊.🌊"
      })
  void whatIsNoSessionAtAllIsRefused(String cookie) {
    assertEquals(Optional.empty(), session().read(cookie));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "99999999999999999999", "-9223372036854775808", "0x7fffffff"})
  void aWellSignedBeginningThatIsNoTimeIsRefusedToo(String issued) {
    String begun = "owner.ab12cd34." + issued;

    assertEquals(
        Optional.empty(), session().read(begun + "." + token.sign("page-session:" + begun)));
  }

  @Test
  void theCookiesNameIsTheSameAsLongAsTheTokenIs() {
    assertEquals(session().cookieName(), session().cookieName());
    assertTrue(session().cookieName().matches("chihiro-[0-9a-f]{8}"));
  }

  private PageSession session() {
    return new PageSession(token, () -> now);
  }

  private ServiceToken token(String secret) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), secret);
    return new ServiceToken(new DoorFiles(file, file));
  }
}
