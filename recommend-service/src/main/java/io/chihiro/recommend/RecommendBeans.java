package io.chihiro.recommend;

import io.chihiro.door.Members;
import io.chihiro.models.ModelStore;
import io.chihiro.models.bucket.BucketStore;
import io.chihiro.recommend.index.Notes;
import io.chihiro.recommend.people.KnownMembers;
import io.chihiro.recommend.people.ProviderTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

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

  private static Optional<ProviderTokens> provider(RecommendSettings.Provider oidc) {
    return oidc.issuer()
        .map(
            issuer ->
                new ProviderTokens(
                    issuer,
                    oidc.jwks()
                        .map(URI::toString)
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    "chihiro.oidc.issuer is set, but chihiro.oidc.jwks is not")),
                    oidc.audience(),
                    oidc.claim()));
  }
}
