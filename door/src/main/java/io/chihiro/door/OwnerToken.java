package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that the launcher made for the owner of this machine, and what may be derived from
/// it. Thread-safe.
@ApplicationScoped
public class OwnerToken {
  private static final int SHORTEST_TOKEN_CHARACTERS = 32;
  private static final String SIGNATURE = "HmacSHA256";

  private final byte[] secret;

  /// Reads the token once, at the start.
  ///
  /// @throws IllegalStateException if the file does not hold a token
  public OwnerToken(DoorSettings settings) {
    try {
      this.secret = Files.readString(settings.file()).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the owner's token file", e);
    }
    if (secret.length < SHORTEST_TOKEN_CHARACTERS) {
      throw new IllegalStateException("the owner's token is too short to be one");
    }
  }

  /// Whether a caller showed the token, compared in constant time.
  public boolean matches(String shown) {
    return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
  }

  /// The header that one service shows to another.
  public String header() {
    return "Bearer " + new String(secret, StandardCharsets.UTF_8);
  }

  /// A signature that only a holder of the token can make (HMAC-SHA-256, RFC 2104), in hex.
  public String sign(String text) {
    try {
      Mac mac = Mac.getInstance(SIGNATURE);
      mac.init(new SecretKeySpec(secret, SIGNATURE));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(SIGNATURE + " is missing from this Java", e);
    }
  }
}
