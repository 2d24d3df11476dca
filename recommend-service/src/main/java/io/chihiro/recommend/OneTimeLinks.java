package io.chihiro.recommend;

import io.chihiro.door.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Codes that let the page in once, within a quarter of an hour.
@ApplicationScoped
public class OneTimeLinks {
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int BYTES = 24;
  private static final int MOST_OPEN_EACH = 20;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final Map<String, Link> open = new ConcurrentHashMap<>();

  private record Link(Identity identity, Instant expiry) {}

  public OneTimeLinks(InstantSource clock) {
    this.clock = clock;
  }

  /// A fresh code that lets somebody in. Whoever asks for many loses their own oldest, and nobody
  /// else's.
  String issue(Identity identity) {
    Instant now = clock.instant();
    open.values().removeIf(link -> link.expiry().isBefore(now));
    makeRoom(identity.user());
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    open.put(code, new Link(identity, now.plus(LIFETIME)));
    return code;
  }

  private void makeRoom(String user) {
    List<Map.Entry<String, Link>> own =
        open.entrySet().stream()
            .filter(each -> each.getValue().identity().user().equals(user))
            .sorted(Comparator.comparing(each -> each.getValue().expiry()))
            .toList();
    own.stream()
        .limit(Math.max(0, own.size() - MOST_OPEN_EACH + 1))
        .forEach(each -> open.remove(each.getKey()));
  }

  /// Whom a code lets in that was issued, has not expired, and has not been used: it is used by
  /// this.
  Optional<Identity> use(String code) {
    return Optional.ofNullable(open.remove(code))
        .filter(link -> clock.instant().isBefore(link.expiry()))
        .map(Link::identity);
  }
}
