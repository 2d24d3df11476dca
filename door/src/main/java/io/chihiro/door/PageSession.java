package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the page shows instead of a token: `user.pass.issued.signature` in a cookie that scripts
/// cannot read. Nothing is kept on the server, so a restart logs nobody out; what the session began
/// with is named in it, so that it ends with that.
@ApplicationScoped
public class PageSession {
  public static final Duration LIFETIME = Duration.ofDays(30);

  private static final int NAME_CHARACTERS = 8;
  private static final Pattern COOKIE =
      Pattern.compile("(([a-z0-9-]+)\\.([a-z0-9]+)\\.([0-9]{1,12}))\\.([0-9a-f]+)");

  private final ServiceToken token;
  private final InstantSource clock;

  /// A session that was begun here and is not too old; what it began with may be gone.
  ///
  /// @param pass what let its user in when it began
  public record Begun(String user, String pass, Instant issued) {}

  public PageSession(ServiceToken token, InstantSource clock) {
    this.token = token;
    this.clock = clock;
  }

  /// The cookie's name. Cookies ignore ports, so each copy on a machine has a name of its own.
  public String cookieName() {
    return "chihiro-" + token.sign("cookie-name").substring(0, NAME_CHARACTERS);
  }

  /// A cookie value that lets a user in for [#LIFETIME] from now, unless its pass ends before.
  String issue(Identity identity) {
    String begun =
        "%s.%s.%d".formatted(identity.user(), identity.pass(), clock.instant().getEpochSecond());
    return begun + "." + sign(begun);
  }

  /// The cookie that lets a user in: no script reads it, and no foreign page sends it.
  ///
  /// @param identity whom a token let in
  public NewCookie cookie(Identity identity) {
    return cookie(issue(identity), (int) LIFETIME.toSeconds());
  }

  /// The cookie that makes a browser forget its session.
  public NewCookie ended() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(cookieName())
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(seconds)
        .build();
  }

  /// The session of a value that was issued by [#issue], unless it has ended.
  public Optional<Begun> read(String cookie) {
    Matcher parts = COOKIE.matcher(cookie);
    if (!parts.matches() || !signed(parts.group(1), parts.group(5))) {
      return Optional.empty();
    }
    Instant issued = Instant.ofEpochSecond(Long.parseLong(parts.group(4)));
    return clock.instant().isBefore(issued.plus(LIFETIME))
        ? Optional.of(new Begun(parts.group(2), parts.group(3), issued))
        : Optional.empty();
  }

  private boolean signed(String begun, String signature) {
    return MessageDigest.isEqual(
        sign(begun).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String begun) {
    return token.sign("page-session:" + begun);
  }
}
