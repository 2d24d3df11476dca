package io.chihiro.recommend;

import io.chihiro.models.SongScore;
import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.models.bucket.NoBucket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Settings for a service that stands alone in a test.
///
/// @param clip where the pair for pictures lies
/// @param store of fitted models and of indexes
/// @param indexFrom songs from which on a catalogue has an index
record OwnSettings(String broker, String redis, Path clip, Path store, int indexFrom)
    implements RecommendSettings {
  private static final Service NOBODY = () -> List.of(URI.create("http://127.0.0.1:1"));

  OwnSettings(String broker, String redis) {
    this(broker, redis, Path.of("clip"));
  }

  OwnSettings(String broker, String redis, Path clip) {
    this(broker, redis, clip, Path.of("models"), 1000);
  }

  @Override
  public Pictures pictures() {
    return new Pictures() {
      @Override
      public Path folder() {
        return clip;
      }

      @Override
      public double fullFrom() {
        return 0.24;
      }
    };
  }

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
        return store;
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
    return new SmallCatalogue(indexFrom);
  }

  private record SmallCatalogue(int indexFrom) implements Catalogue {
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
