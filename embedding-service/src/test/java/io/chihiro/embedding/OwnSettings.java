package io.chihiro.embedding;

import io.chihiro.models.bucket.BucketSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

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

  private record NoBucket() implements BucketSettings {
    @Override
    public Optional<String> name() {
      return Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
      return Optional.empty();
    }

    @Override
    public Optional<String> region() {
      return Optional.empty();
    }

    @Override
    public Optional<String> prefix() {
      return Optional.empty();
    }

    @Override
    public Optional<String> accessKey() {
      return Optional.empty();
    }

    @Override
    public Optional<String> secretKey() {
      return Optional.empty();
    }
  }
}
