package io.chihiro.embedding;

import io.chihiro.models.FolderStore;
import io.chihiro.models.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// What embedding needs from its surroundings.
@ApplicationScoped
public class EmbeddingBeans {
  @Produces
  @Singleton
  ModelStore store(EmbeddingSettings settings) {
    return new FolderStore(Path.of(settings.models().folder()));
  }
}
