package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;

/// What the page shows instead of the token: `expiry.signature` in a cookie that scripts cannot
/// read. Nothing is kept on the server, so a restart logs nobody out.
@ApplicationScoped
public class PageSession {
  public static final Duration LIFETIME = Duration.ofDays(30);

  private static final int NAME_CHARACTERS = 8;

  private final OwnerToken token;
  private final InstantSource clock;

  public PageSession(OwnerToken token, InstantSource clock) {
    this.token = token;
    this.clock = clock;
  }

  /// The cookie's name. Cookies ignore ports, so each copy on a machine has a name of its own.
  public String cookieName() {
    return "chihiro-" + token.sign("cookie-name").substring(0, NAME_CHARACTERS);
  }

  /// A cookie value that is good for [#LIFETIME] from now.
  public String issue() {
    String expiry = String.valueOf(clock.instant().plus(LIFETIME).getEpochSecond());
    return expiry + "." + sign(expiry);
  }

  /// Whether this value was issued by [#issue] and has not expired.
  public boolean accepts(String cookie) {
    int dot = cookie.indexOf('.');
    if (dot < 0) {
      return false;
    }
    String expiry = cookie.substring(0, dot);
    return signed(expiry, cookie.substring(dot + 1)) && isAhead(expiry);
  }

  private boolean signed(String expiry, String signature) {
    return MessageDigest.isEqual(
        sign(expiry).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isAhead(String expiry) {
    try {
      return clock.instant().getEpochSecond() < Long.parseLong(expiry);
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private String sign(String expiry) {
    return token.sign("page-session:" + expiry);
  }
}
