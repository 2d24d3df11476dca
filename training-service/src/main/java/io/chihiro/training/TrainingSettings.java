package io.chihiro.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the owner may set; every value has a default that works at home.
@ConfigMapping(prefix = "chihiro")
public interface TrainingSettings {
  /// `host:port` of the broker.
  String broker();

  Training training();

  /// What concerns this service alone.
  interface Training {
    /// The most days that are held out in one measurement: its cost grows with their square.
    @WithDefault("1000")
    int mostDays();

    /// Inverse temperature of the soft mean, as answers use it.
    @WithDefault("20")
    double inverseTemperature();
  }
}
