package io.chihiro.recommend.people;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/// Tokens of an OpenID Connect provider that the owner trusts (RFC 7519, RFC 7517): signed with a
/// key of its published set, made by it and for us, and not expired. Only signatures with public
/// keys are taken, never a shared secret and never none. Thread-safe.
public final class ProviderTokens {
  private static final Logger LOG = Logger.getLogger(ProviderTokens.class);
  private static final int CLOCK_SKEW_SECONDS = 30;

  private final JwtConsumer consumer;
  private final String claim;

  /// Tokens of a provider.
  ///
  /// @param issuer as its tokens name it
  /// @param keys address of its key set (JWKS)
  /// @param audience as its tokens name this system
  /// @param claim that holds the account's name
  public ProviderTokens(String issuer, String keys, String audience, String claim) {
    this.claim = claim;
    this.consumer =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)))
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.RSA_USING_SHA512,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                AlgorithmIdentifiers.EDDSA)
            .build();
  }

  /// The name of whom a token lets in; empty if it does not.
  Optional<String> user(String token) {
    // What has no two dots is no such token, and its keys need not be asked for.
    if (token.chars().filter(letter -> letter == '.').count() != 2) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(consumer.processToClaims(token).getStringClaimValue(claim));
    } catch (InvalidJwtException | MalformedClaimException e) {
      // The exception quotes the token.
      LOG.debugf("a token of the provider lets nobody in: %s", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
