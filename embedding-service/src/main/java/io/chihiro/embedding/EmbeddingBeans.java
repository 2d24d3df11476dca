package io.chihiro.embedding;

import io.chihiro.models.ModelStore;
import io.chihiro.models.bucket.BucketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// What embedding needs from its surroundings.
@ApplicationScoped
public class EmbeddingBeans {
  @Produces
  @Singleton
  ModelStore store(EmbeddingSettings settings) {
    return BucketStore.of(settings.models().folder(), settings.models().bucket());
  }
}
