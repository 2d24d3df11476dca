package io.chihiro.recommend;

import io.chihiro.events.TextHash;
import io.chihiro.recommend.index.Notes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Codes that let the page in once, within a quarter of an hour, whichever copy of this service the
/// browser comes to. Of a code only the SHA-256 is kept.
@ApplicationScoped
public class OneTimeLinks {
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Notes notes;

  public OneTimeLinks(Notes notes) {
    this.notes = notes;
  }

  /// A fresh code that lets a user in.
  String issue(String user) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    notes.keep(place(code), user.getBytes(StandardCharsets.UTF_8), LIFETIME);
    return code;
  }

  /// Whom a code lets in that was issued, has not expired, and has not been used: it is used by
  /// this.
  Optional<String> use(String code) {
    return notes.take(place(code)).map(user -> new String(user, StandardCharsets.UTF_8));
  }

  private static String place(String code) {
    return "link:" + TextHash.of(code);
  }
}
