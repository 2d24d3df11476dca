package io.chihiro.recommend;

import io.chihiro.models.ModelStore;
import io.chihiro.models.bucket.BucketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// What answering needs from its surroundings.
@ApplicationScoped
public class RecommendBeans {
  @Produces
  @Singleton
  ModelStore store(RecommendSettings settings) {
    return BucketStore.of(settings.models().folder(), settings.models().bucket());
  }
}
