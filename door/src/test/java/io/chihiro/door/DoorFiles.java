package io.chihiro.door;

import java.nio.file.Path;

/// Settings of a door that lets few through.
record DoorFiles(Path tokenFile, Path serviceTokenFile) implements DoorSettings {
  @Override
  public int callsPerSecond() {
    return 1;
  }

  @Override
  public int callsAtOnce() {
    return 3;
  }

  @Override
  public int jsonBytes() {
    return 10;
  }
}
