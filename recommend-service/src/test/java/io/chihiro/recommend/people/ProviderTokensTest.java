package io.chihiro.recommend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.chihiro.events.AccountKept.Holder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a provider of its own, which publishes its key as any other does.
class ProviderTokensTest {
  private static final String ISSUER = "https://home.example/realms/family";
  private static final ProviderTokens.Vouched HAKU =
      new ProviderTokens.Vouched("haku", new Holder(ISSUER, "4711"));
  private static final int KEY_BITS = 2048;

  private RsaJsonWebKey key;
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer provider;
  private ProviderTokens tokens;

  @BeforeEach
  void startProvider() throws IOException, JoseException {
    key = RsaJwkGenerator.generateJwk(KEY_BITS);
    key.setKeyId("one");
    byte[] published =
        new JsonWebKeySet(key)
            .toJson(OutputControlLevel.PUBLIC_ONLY)
            .getBytes(StandardCharsets.UTF_8);
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/keys",
        call -> {
          int _ = asked.incrementAndGet();
          call.sendResponseHeaders(200, published.length);
          call.getResponseBody().write(published);
          call.close();
        });
    provider.start();
    String keys = "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys";
    tokens = new ProviderTokens(ISSUER, keys, "chihiro", "preferred_username");
  }

  @AfterEach
  void stopProvider() {
    provider.stop(0);
  }

  @Test
  void aTokenOfTheProviderNamesItsUser() throws JoseException {
    assertEquals(Optional.of(HAKU), tokens.vouched(signed(_ -> {})));
  }

  @Test
  void aTokenForSomebodyElseOrOfSomebodyElseIsNot() throws JoseException {
    assertEquals(Optional.empty(), tokens.vouched(signed(it -> it.setAudience("photos"))));
    assertEquals(
        Optional.empty(), tokens.vouched(signed(it -> it.setIssuer("https://other.example"))));
  }

  @Test
  void aTokenThatDoesNotSayWhoItIsForEverIsNot() throws JoseException {
    assertEquals(Optional.empty(), tokens.vouched(signed(it -> it.unsetClaim("sub"))));
  }

  @Test
  void strangersDoNotHaveTheKeysFetchedAgainAndAgain() throws JoseException, InterruptedException {
    assertEquals(Optional.of(HAKU), tokens.vouched(signed(_ -> {})));
    key.setKeyId("two");
    for (int i = 0; i < 3; i++) {
      // Longer than the library's own pause.
      TimeUnit.MILLISECONDS.sleep(400);
      assertEquals(Optional.empty(), tokens.vouched(signed(_ -> {})));
    }

    assertEquals(1, asked.get());
  }

  @Test
  void anExpiredTokenAndOneWithoutEndAreNot() throws JoseException {
    NumericDate past = NumericDate.now();
    past.addSeconds(-60);

    assertEquals(Optional.empty(), tokens.vouched(signed(it -> it.setExpirationTime(past))));
    assertEquals(Optional.empty(), tokens.vouched(signed(it -> it.unsetClaim("exp"))));
  }

  @Test
  void anotherKeyUnderTheSameNameIsNot() throws JoseException {
    RsaJsonWebKey forged = RsaJwkGenerator.generateJwk(KEY_BITS);
    forged.setKeyId("one");
    key = forged;

    assertEquals(Optional.empty(), tokens.vouched(signed(_ -> {})));
  }

  @Test
  void aSharedSecretOrNoneIsNeverTaken() throws JoseException {
    JsonWebSignature hmac = unsigned(_ -> {});
    hmac.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    hmac.setKey(new HmacKey(key.getPublicKey().getEncoded()));
    JsonWebSignature none = unsigned(_ -> {});
    none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);

    assertEquals(Optional.empty(), tokens.vouched(hmac.getCompactSerialization()));
    assertEquals(Optional.empty(), tokens.vouched(none.getCompactSerialization()));
  }

  @Test
  void whatIsNoSuchTokenAtAllIsNot() {
    assertEquals(Optional.empty(), tokens.vouched(""));
    assertEquals(Optional.empty(), tokens.vouched("a.b.c"));
    assertEquals(Optional.empty(), tokens.vouched("..".repeat(1000)));
  }

  private String signed(Consumer<JwtClaims> change) throws JoseException {
    JsonWebSignature signed = unsigned(change);
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signed.setKey(key.getPrivateKey());
    return signed.getCompactSerialization();
  }

  private JsonWebSignature unsigned(Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("chihiro");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setSubject("4711");
    claims.setStringClaim("preferred_username", "haku");
    change.accept(claims);
    JsonWebSignature token = new JsonWebSignature();
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setPayload(claims.toJson());
    return token;
  }
}
