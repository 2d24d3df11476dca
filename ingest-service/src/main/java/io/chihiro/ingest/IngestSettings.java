package io.chihiro.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the owner may set; every value has a default that works at home.
@ConfigMapping(prefix = "chihiro")
public interface IngestSettings {
  /// Where uploads wait, imports are written down and the topology keeps its state.
  Path home();

  /// `host:port` of the broker.
  String broker();

  /// Time zones the owner lived in, as [LocalDays] reads them; the machine's own zone if absent.
  Optional<String> zones();

  Ingest ingest();

  /// What concerns this service alone.
  interface Ingest {
    /// Plays of a song on one day from which it belongs to that day: S0's three.
    @WithDefault("3")
    int playsPerDay();

    /// A play shorter than this does not count, as at Spotify itself.
    @WithDefault("30S")
    Duration shortestPlay();

    /// Rows written before they are made safe and the import's progress is written down.
    @WithDefault("5000")
    int rowsPerCheckpoint();

    /// Stays the same over restarts, so that a killed instance gets its share back at once.
    @WithDefault("1")
    String instance();

    /// `host:port` at which the other copies of this service reach this one.
    @WithDefault("127.0.0.1:${quarkus.http.port}")
    String address();

    /// Copies that keep a second state of each partition, ready to take it over.
    @WithDefault("0")
    int standbys();
  }
}
