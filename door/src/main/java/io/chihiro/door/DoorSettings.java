package io.chihiro.door;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// Where the door finds its key.
@ConfigMapping(prefix = "chihiro.token")
public interface DoorSettings {
  /// The file that holds the owner's token, one line, readable by the owner alone.
  Path file();
}
