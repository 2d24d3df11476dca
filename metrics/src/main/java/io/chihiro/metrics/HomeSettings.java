package io.chihiro.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where the data home lies, as every service is told.
@ConfigMapping(prefix = "chihiro")
public interface HomeSettings {
  @WithDefault(".chihiro")
  Path home();
}
