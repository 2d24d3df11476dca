package io.chihiro.recommend;

import io.chihiro.models.SongScore;
import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.models.bucket.NoBucket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Settings for a service that stands alone in a test.
record OwnSettings(String broker, String redis) implements RecommendSettings {
  private static final Service NOBODY = () -> List.of(URI.create("http://127.0.0.1:1"));

  @Override
  public Optional<Path> redisTruststore() {
    return Optional.empty();
  }

  @Override
  public Service ocr() {
    return NOBODY;
  }

  @Override
  public Service ingest() {
    return NOBODY;
  }

  @Override
  public Service embedding() {
    return NOBODY;
  }

  @Override
  public Service training() {
    return NOBODY;
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
  public Provider oidc() {
    return new NoProvider();
  }

  @Override
  public Recommend recommend() {
    return new Usual();
  }

  @Override
  public Catalogue catalogue() {
    return new SmallCatalogue();
  }

  private record SmallCatalogue() implements Catalogue {
    @Override
    public int users() {
      return 2;
    }

    @Override
    public int songs() {
      return 1000;
    }

    @Override
    public int lines() {
      return 10_000;
    }

    @Override
    public int indexFrom() {
      return 1000;
    }

    @Override
    public long graphFrom() {
      return 1_000_000;
    }
  }

  private record NoProvider() implements Provider {
    @Override
    public Optional<String> issuer() {
      return Optional.empty();
    }

    @Override
    public Optional<URI> jwks() {
      return Optional.empty();
    }

    @Override
    public String audience() {
      return "chihiro";
    }

    @Override
    public String claim() {
      return "preferred_username";
    }
  }

  private record Usual() implements Recommend {
    @Override
    public String score() {
      return SongScore.USUAL.word();
    }

    @Override
    public double inverseTemperature() {
      return 20;
    }

    @Override
    public int moodCharacters() {
      return 2000;
    }

    @Override
    public int mostSongs() {
      return 100;
    }

    @Override
    public int mostModels() {
      return 8;
    }

    @Override
    public int usersInMemory() {
      return 10;
    }

    @Override
    public String instance() {
      return "1";
    }
  }
}
