package io.chihiro.embedding;

import io.chihiro.models.bucket.BucketSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// What the owner may set; every value has a default that works at home.
@ConfigMapping(prefix = "chihiro")
public interface EmbeddingSettings {
  /// `host:port` of the broker.
  String broker();

  Models models();

  Embedding embedding();

  Pictures pictures();

  /// Where fitted models are kept.
  interface Models {
    /// The folder of the model store.
    @WithDefault("${chihiro.home}/models")
    Path folder();

    /// A bucket that is the model store; the folder is then what was brought from it.
    BucketSettings bucket();
  }

  /// The pair of encoders with which songs are found by a picture.
  interface Pictures {
    /// The folder it lies in, if it is there.
    @WithDefault("${chihiro.home}/clip")
    Path folder();
  }

  /// What concerns this service alone.
  interface Embedding {
    /// Texts encoded side by side: one a core of a small machine.
    @WithDefault("2")
    int threads();

    /// Stays the same over restarts, so that a killed instance gets its share back at once.
    @WithDefault("1")
    String instance();
  }
}
