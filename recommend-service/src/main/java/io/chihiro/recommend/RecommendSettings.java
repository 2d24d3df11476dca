package io.chihiro.recommend;

import io.chihiro.models.bucket.BucketSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the owner may set; every value has a default that works at home.
@ConfigMapping(prefix = "chihiro")
public interface RecommendSettings {
  /// `host:port` of the broker.
  String broker();

  /// Address of the cache, such as `redis://127.0.0.1:6379`, or with TLS and a login
  /// `rediss://user:password@host:6379/0`. Several hosts, or `redis-cluster://host:6379`,
  /// are a Redis Cluster.
  String redis();

  /// A PEM file with the certificates that are trusted of a cache behind `rediss://`. Unset:
  /// those that Java trusts.
  Optional<Path> redisTruststore();

  Service ocr();

  Service ingest();

  Service embedding();

  Service training();

  Models models();

  Provider oidc();

  Recommend recommend();

  Catalogue catalogue();

  Pictures pictures();

  /// Where fitted models are kept.
  interface Models {
    /// The folder of the model store.
    @WithDefault("${chihiro.home}/models")
    Path folder();

    /// A bucket that is the model store; the folder is then what was brought from it.
    BucketSettings bucket();
  }

  /// An OpenID Connect provider whose tokens let people in who have an account here.
  interface Provider {
    /// As its tokens name it; without one, no such token is taken.
    Optional<String> issuer();

    /// Address of its keys (JWKS).
    Optional<URI> jwks();

    /// As its tokens name this system.
    @WithDefault("chihiro")
    String audience();

    /// The claim that holds the account's name.
    @WithDefault("preferred_username")
    String claim();
  }

  /// Another service behind this front door.
  interface Service {
    /// Its address; of several copies all of them, with commas between: the next is asked when
    /// one cannot be reached.
    List<URI> url();
  }

  /// How much of a catalogue of songs is searched.
  interface Catalogue {
    /// Users whose catalogues are open at once.
    @WithDefault("4")
    int users();

    /// Songs of each that are held in memory until an index takes them.
    @WithDefault("10000")
    int songs();

    /// Lines of their lyrics in memory, 400 bytes each outside the heap.
    @WithDefault("200000")
    int lines();

    /// Songs from which on a catalogue has an index on disk.
    @WithDefault("1000")
    int indexFrom();

    /// Vectors from which on an index has a graph; those of fewer are all looked at.
    @WithDefault("500000")
    long graphFrom();
  }

  /// The pair of encoders with which songs are found by a picture.
  interface Pictures {
    /// The folder it lies in, if it is there.
    @WithDefault("${chihiro.home}/clip")
    Path folder();

    /// The cosine from which on a line counts in full. CLIPScore (Hessel et al. 2021,
    /// arXiv:2104.08718) multiplies by 2.5 to bring CLIP's cosines to the range of others; what is
    /// 0.6 among sentences is 0.24 between a sentence and a picture.
    @WithDefault("0.24")
    double fullFrom();
  }

  /// What concerns this service alone.
  interface Recommend {
    /// How a song's days make its score: `company`, `soft-mean`, `best-day` or `mean`.
    @WithDefault("company")
    String score();

    /// Inverse temperature of the soft mean; at 20 the fitting days of a song count most.
    @WithDefault("20")
    double inverseTemperature();

    /// The longest mood, in characters.
    @WithDefault("2000")
    int moodCharacters();

    /// The most songs in one answer.
    @WithDefault("100")
    int mostSongs();

    /// The most models in one comparison.
    @WithDefault("8")
    int mostModels();

    /// Users whose days are held in memory.
    @WithDefault("100")
    int usersInMemory();

    /// The name of this copy among several that share a cache; each keeps an index of its own.
    @WithDefault("1")
    String instance();
  }
}
