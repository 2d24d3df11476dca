package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// By what the front door is known to the services behind it: it alone may say in whose name it
/// calls. The owner's token does not suffice for that. Thread-safe.
@ApplicationScoped
public class ServiceToken {
  /// In whose name a call is made.
  static final String USER_HEADER = "X-Chihiro-User";

  /// What they may do.
  static final String ROLE_HEADER = "X-Chihiro-Role";

  private static final String PASS = "front door";

  private static final String SIGNATURE = "HmacSHA256";

  private final byte[] secret;

  /// Reads the secret once, at the start.
  ///
  /// @throws IllegalStateException if the file does not hold one
  public ServiceToken(DoorSettings settings) {
    this.secret = SecretFile.read(settings.serviceTokenFile(), "the services' token");
  }

  /// The headers of a call that is made in somebody's name.
  public Map<String, String> headers(String user, Identity.Role role) {
    return Map.of(
        HttpHeaders.AUTHORIZATION,
        DoorFilter.BEARER + new String(secret, StandardCharsets.UTF_8),
        USER_HEADER,
        user,
        ROLE_HEADER,
        role.word());
  }

  /// In whose name a call is made that shows this token; empty if it is another, or nobody is
  /// named.
  Optional<Identity> read(String shown, @Nullable String user, @Nullable String role) {
    boolean known = MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    if (!known || user == null || role == null || !Identity.isName(user)) {
      return Optional.empty();
    }
    return Stream.of(Identity.Role.values())
        .filter(each -> each.word().equals(role.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(each -> new Identity(user, each, PASS));
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

  /// Whether somebody came through the front door, where their calls were counted already.
  static boolean letIn(Identity identity) {
    return identity.pass().equals(PASS);
  }
}
