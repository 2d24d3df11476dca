package io.chihiro.recommend.people;

import io.chihiro.events.AccountKept.AccessToken;
import io.chihiro.keys.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token as it is shown once: `chihiro_<user>_<id>_<secret>`. Of it only the SHA-256 is kept; a
/// secret of 256 random bits needs no slower digest.
///
/// @param shown what its holder shows from now on
/// @param kept what is remembered of it
public record FreshToken(String shown, AccessToken kept) {
  private static final Pattern TOKEN =
      Pattern.compile("chihiro_([a-z][a-z0-9-]{0,31})_([0-9a-f]{8})_[0-9a-f]{64}");
  private static final int ID_BYTES = 4;
  private static final int SECRET_BYTES = 32;

  /// Whose token somebody shows, and which of theirs; nothing says yet that it is one.
  ///
  /// @param id of the token
  record Claim(String user, String id) {}

  /// A token that nobody has yet.
  ///
  /// @param lifetime how long it lets its holder in
  /// @param by who sees it
  static FreshToken of(
      String user, SecureRandom random, Instant now, Duration lifetime, String by) {
    String id = letters(random, ID_BYTES);
    String shown = "chihiro_" + user + "_" + id + "_" + letters(random, SECRET_BYTES);
    return new FreshToken(
        shown, new AccessToken(id, Sha256.of(shown), now, now.plus(lifetime), Optional.of(by)));
  }

  /// What a token claims to be; empty if it is none of ours.
  static Optional<Claim> claim(String shown) {
    Matcher parts = TOKEN.matcher(shown);
    return parts.matches()
        ? Optional.of(new Claim(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /// Whether this is the token that was kept, and still lets its holder in. Compared in constant
  /// time.
  static boolean lets(AccessToken kept, String shown, Instant now) {
    boolean same =
        MessageDigest.isEqual(
            kept.sha256().getBytes(StandardCharsets.UTF_8),
            Sha256.of(shown).getBytes(StandardCharsets.UTF_8));
    return same && now.isBefore(kept.expiresAt());
  }

  private static String letters(SecureRandom random, int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }
}
