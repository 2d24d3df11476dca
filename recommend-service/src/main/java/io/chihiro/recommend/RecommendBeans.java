package io.chihiro.recommend;

import io.chihiro.models.FolderStore;
import io.chihiro.models.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// What answering needs from its surroundings.
@ApplicationScoped
public class RecommendBeans {
  @Produces
  @Singleton
  ModelStore store(RecommendSettings settings) {
    return new FolderStore(Path.of(settings.models().folder()));
  }
}
