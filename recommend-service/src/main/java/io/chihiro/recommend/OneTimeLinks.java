package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.Identity.Role;
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
  private static final String SEPARATOR = "\n";

  private final SecureRandom random = new SecureRandom();
  private final Notes notes;

  public OneTimeLinks(Notes notes) {
    this.notes = notes;
  }

  /// A fresh code that lets somebody in, as long as what let them in here does.
  String issue(Identity identity) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    notes.keep(place(code), note(identity), LIFETIME);
    return code;
  }

  /// Whom a code lets in that was issued, has not expired, and has not been used: it is used by
  /// this.
  Optional<Identity> use(String code) {
    return notes.take(place(code)).map(OneTimeLinks::identity);
  }

  private static byte[] note(Identity identity) {
    return String.join(SEPARATOR, identity.user(), identity.role().name(), identity.pass())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Identity identity(byte[] note) {
    String[] parts = new String(note, StandardCharsets.UTF_8).split(SEPARATOR, 3);
    return new Identity(parts[0], Role.valueOf(parts[1]), parts[2]);
  }

  private static String place(String code) {
    return "link:" + TextHash.of(code);
  }
}
