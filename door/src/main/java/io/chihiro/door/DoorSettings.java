package io.chihiro.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/// Where the door finds its keys, and how much it lets through.
@ConfigMapping(prefix = "chihiro")
public interface DoorSettings {
  /// The file that holds the owner's token, one line, readable by the owner alone.
  @WithName("token.file")
  Path tokenFile();

  /// The file that holds the secret by which the front door makes itself known to the services
  /// behind it; readable by them alone.
  @WithName("service-token.file")
  @WithDefault("${chihiro.home}/service-token")
  Path serviceTokenFile();

  /// How many calls a second a token or session may make, over a longer time.
  @WithName("door.calls-per-second")
  @WithDefault("100")
  int callsPerSecond();

  /// How many calls a token or session may make in one go after a rest; then they come back with
  /// [#callsPerSecond].
  @WithName("door.calls-at-once")
  @WithDefault("1000")
  int callsAtOnce();

  /// The longest JSON body, in bytes; files are sent otherwise.
  @WithName("door.json-bytes")
  @WithDefault("8388608")
  int jsonBytes();
}
