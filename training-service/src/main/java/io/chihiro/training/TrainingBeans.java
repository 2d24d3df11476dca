package io.chihiro.training;

import io.chihiro.models.GrowingStore;
import io.chihiro.models.bucket.BucketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// What training needs from its surroundings.
@ApplicationScoped
public class TrainingBeans {
  @Produces
  @Singleton
  GrowingStore store(TrainingSettings settings) {
    return BucketStore.of(settings.models().folder(), settings.models().bucket());
  }
}
