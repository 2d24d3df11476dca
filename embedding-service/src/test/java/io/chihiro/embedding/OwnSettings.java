package io.chihiro.embedding;

import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.models.bucket.NoBucket;
import java.nio.file.Path;

/// Settings for a service that stands alone in a test.
record OwnSettings(String broker) implements EmbeddingSettings {
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
