package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSessionTest {
  @TempDir private Path folder;
  private OwnerToken token;
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");

  @BeforeEach
  void readToken() throws IOException {
    token = token("a".repeat(32));
  }

  @Test
  void aSessionIsGoodForThirtyDays() {
    PageSession session = session();
    String cookie = session.issue();

    now = now.plus(PageSession.LIFETIME).minusSeconds(1);
    assertTrue(session.accepts(cookie));
    now = now.plusSeconds(1);
    assertFalse(session.accepts(cookie));
  }

  @Test
  void aRestartLogsNobodyOut() {
    assertTrue(session().accepts(session().issue()));
  }

  @Test
  void aSessionOfAnotherTokenIsForged() throws IOException {
    PageSession other = new PageSession(token("b".repeat(32)), () -> now);

    assertFalse(session().accepts(other.issue()));
    assertNotEquals(session().cookieName(), other.cookieName());
  }

  @Test
  void aSessionCannotBeMadeToLastLonger() {
    String cookie = session().issue();
    int dot = cookie.indexOf('.');
    long later = Long.parseLong(cookie.substring(0, dot)) + 1;

    assertFalse(session().accepts(later + cookie.substring(dot)));
  }

  @Test
  void aSignatureMadeForSomethingElseOpensNothing() {
    String expiry = String.valueOf(now.plus(PageSession.LIFETIME).getEpochSecond());

    assertFalse(session().accepts(expiry + "." + token.sign(expiry)));
    assertFalse(session().accepts("cookie-name." + token.sign("cookie-name")));
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
        "99999999999999999999.abc",
        "9223372036854775807.abc",
        "-1.abc",
        "1.2.3",
        "🌊.🌊"
      })
  void whatIsNoSessionAtAllIsRefused(String cookie) {
    assertFalse(session().accepts(cookie));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "99999999999999999999", "-9223372036854775808", "0x7fffffff"})
  void aWellSignedExpiryThatIsNoTimeIsRefusedToo(String expiry) {
    assertFalse(session().accepts(expiry + "." + token.sign("page-session:" + expiry)));
  }

  @Test
  void theCookiesNameIsTheSameAsLongAsTheTokenIs() {
    assertEquals(session().cookieName(), session().cookieName());
    assertTrue(session().cookieName().matches("chihiro-[0-9a-f]{8}"));
  }

  private PageSession session() {
    return new PageSession(token, () -> now);
  }

  private OwnerToken token(String secret) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), secret);
    return new OwnerToken(() -> file);
  }
}
