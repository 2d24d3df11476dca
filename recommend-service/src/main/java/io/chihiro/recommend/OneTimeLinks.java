package io.chihiro.recommend;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Codes that let the page in once, within a quarter of an hour.
@ApplicationScoped
public class OneTimeLinks {
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int BYTES = 24;
  private static final int MOST_OPEN = 100;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final Map<String, Link> open = new ConcurrentHashMap<>();

  private record Link(String user, Instant expiry) {}

  public OneTimeLinks(InstantSource clock) {
    this.clock = clock;
  }

  /// A fresh code that lets a user in.
  String issue(String user) {
    Instant now = clock.instant();
    open.values().removeIf(link -> link.expiry().isBefore(now));
    if (open.size() >= MOST_OPEN) {
      open.clear();
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    open.put(code, new Link(user, now.plus(LIFETIME)));
    return code;
  }

  /// Whom a code lets in that was issued, has not expired, and has not been used: it is used by
  /// this.
  Optional<String> use(String code) {
    return Optional.ofNullable(open.remove(code))
        .filter(link -> clock.instant().isBefore(link.expiry()))
        .map(Link::user);
  }
}
