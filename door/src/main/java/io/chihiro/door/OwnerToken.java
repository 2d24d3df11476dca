package io.chihiro.door;

import io.chihiro.keys.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The secret that the launcher made for the owner of this machine. Thread-safe.
@ApplicationScoped
public class OwnerToken {
  private static final int NAME_CHARACTERS = 8;

  private final byte[] secret;

  /// Reads the token once, at the start.
  ///
  /// @throws IllegalStateException if the file does not hold a token
  public OwnerToken(DoorSettings settings) {
    this.secret = SecretFile.read(settings.tokenFile(), "the owner's token");
  }

  /// What it is called where it must not be shown: another token has another name.
  String name() {
    return Sha256.of(secret).substring(0, NAME_CHARACTERS);
  }

  /// Whether a caller showed the token, compared in constant time.
  public boolean matches(String shown) {
    return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
  }
}
