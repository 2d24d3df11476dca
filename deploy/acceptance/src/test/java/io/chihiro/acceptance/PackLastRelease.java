package io.chihiro.acceptance;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Makes the home that [UpgradeIT] starts from. No test, and run by nobody but whoever releases;
/// how is in `last-release/README.md`.
class PackLastRelease {
  private static final Path FILE = Path.of("src/test/resources/last-release/home.zip.gz");

  @Test
  void theReleaseWritesASmallLife(TestReporter reporter) throws Exception {
    RunningSystem system = Systems.fresh(SmallLife.ZONES);
    try (Api api = system.api()) {
      SmallLife.bring(api);
      SmallLife.isThere(api);
      SmallLife.answers(api);
    }
    system.shutDown();
    LastRelease.pack(system.home(), FILE, new Canary(ofThisMachine(system)));
    reporter.publishEntry("%s has %d bytes".formatted(FILE, Files.size(FILE)));
  }

  private static List<String> ofThisMachine(RunningSystem system) throws Exception {
    return Stream.of(
            system.home().toString(),
            System.getProperty("chihiro.root"),
            System.getProperty("user.home") + "/",
            Path.of("../..").toAbsolutePath().normalize().toString(),
            InetAddress.getLocalHost().getHostName())
        // A name of two letters would be found anywhere.
        .filter(name -> name.length() > 3)
        .toList();
  }
}
