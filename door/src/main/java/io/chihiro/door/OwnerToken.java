package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The secret that the launcher made for the owner of this machine. Thread-safe.
@ApplicationScoped
public class OwnerToken {
  private final byte[] secret;

  /// Reads the token once, at the start.
  ///
  /// @throws IllegalStateException if the file does not hold a token
  public OwnerToken(DoorSettings settings) {
    this.secret = SecretFile.read(settings.tokenFile(), "the owner's token");
  }

  /// A text that is another with every token; it holds the token, so it is only to be signed.
  String bind(String text) {
    return new String(secret, StandardCharsets.UTF_8) + ":" + text;
  }

  /// Whether a caller showed the token, compared in constant time.
  public boolean matches(String shown) {
    return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
  }
}
