package io.chihiro.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where the keys lie that seal what is kept.
@ConfigMapping(prefix = "chihiro")
public interface KeySettings {
  /// The folder that holds everything one system knows.
  @WithDefault(".chihiro")
  Path home();

  /// The users' keys, wrapped; `keys` in the home unless it is given.
  Optional<Path> keysFolder();

  /// The key that wraps them, readable by its owner alone; made in the folder unless it is given.
  Optional<Path> keyFile();

  /// Or the address of that key at a key management service.
  Optional<String> keyUri();
}
