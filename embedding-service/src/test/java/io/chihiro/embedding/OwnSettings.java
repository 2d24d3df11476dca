package io.chihiro.embedding;

import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.models.bucket.NoBucket;
import java.nio.file.Path;

/// Settings for a service that stands alone in a test.
record OwnSettings(String broker, Path clip) implements EmbeddingSettings {
  OwnSettings(String broker) {
    this(broker, Path.of("clip"));
  }

  @Override
  public Pictures pictures() {
    return () -> clip;
  }

  @Override
  public Models models() {
    return new Models() {
      @Override
      public Path folder() {
        return Path.of("models");
      }

      @Override
      public BucketSettings bucket() {
        return new NoBucket();
      }
    };
  }

  @Override
  public Embedding embedding() {
    return new Embedding() {
      @Override
      public int threads() {
        return 2;
      }

      @Override
      public String instance() {
        return "1";
      }
    };
  }
}
