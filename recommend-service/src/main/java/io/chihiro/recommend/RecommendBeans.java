package io.chihiro.recommend;

import io.chihiro.door.Members;
import io.chihiro.models.ModelStore;
import io.chihiro.models.bucket.BucketStore;
import io.chihiro.recommend.index.Notes;
import io.chihiro.recommend.people.KnownMembers;
import io.chihiro.recommend.people.ProviderTokens;
import io.chihiro.recommend.people.ProviderTokens.Vouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// What answering needs from its surroundings.
@ApplicationScoped
public class RecommendBeans {
  @Produces
  @Singleton
  ModelStore store(RecommendSettings settings) {
    return BucketStore.of(settings.models().folder(), settings.models().bucket());
  }

  @Produces
  @Singleton
  Notes notes(Answering answering) {
    return answering.notes();
  }

  @Produces
  @Singleton
  Members members(Answering answering, RecommendSettings settings, InstantSource clock) {
    return new KnownMembers(answering.accounts(), provider(settings.oidc()), clock);
  }

  private static Function<String, Optional<Vouched>> provider(RecommendSettings.Provider oidc) {
    return oidc.issuer()
        .map(issuer -> tokens(issuer, oidc))
        .<Function<String, Optional<Vouched>>>map(tokens -> tokens::vouched)
        .orElseGet(() -> _ -> Optional.empty());
  }

  private static ProviderTokens tokens(String issuer, RecommendSettings.Provider oidc) {
    return new ProviderTokens(
        issuer,
        oidc.jwks()
            .map(URI::toString)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "chihiro.oidc.issuer is set, but chihiro.oidc.jwks is not")),
        oidc.audience(),
        oidc.claim());
  }
}
