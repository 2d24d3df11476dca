package io.chihiro.recommend.people;

import io.chihiro.events.AccountKept.Holder;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
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
  private final String issuer;
  private final String claim;

  /// Somebody for whom the provider vouches.
  ///
  /// @param name as they call themselves there, which may change
  /// @param holder who they are, which does not
  public record Vouched(String name, Holder holder) {}

  /// Tokens of a provider.
  ///
  /// @param issuer as its tokens name it
  /// @param keys address of its key set (JWKS)
  /// @param audience as its tokens name this system
  /// @param claim that holds the account's name
  public ProviderTokens(String issuer, String keys, String audience, String claim) {
    this.issuer = issuer;
    this.claim = claim;
    HttpsJwks published = new HttpsJwks(keys);
    published.setSimpleHttpGet(new SparingGet());
    this.consumer =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setRequireSubject()
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(published))
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.RSA_USING_SHA512,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                AlgorithmIdentifiers.EDDSA)
            .build();
  }

  /// Whom a token vouches for; empty if it does for nobody.
  public Optional<Vouched> vouched(String token) {
    // What has no two dots is no such token, and its keys need not be asked for.
    if (token.chars().filter(letter -> letter == '.').count() != 2) {
      return Optional.empty();
    }
    try {
      JwtClaims claims = consumer.processToClaims(token);
      Holder holder = new Holder(issuer, claims.getSubject());
      return Optional.ofNullable(claims.getStringClaimValue(claim))
          .map(name -> new Vouched(name, holder));
    } catch (InvalidJwtException | MalformedClaimException e) {
      // The exception quotes the token.
      LOG.debugf("a token of the provider lets nobody in: %s", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
