package io.chihiro.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recordings that this project did not make and does not carry.
public final class SharedData {
  private static final Path ROOT =
      Path.of(System.getProperty("chihiro.root", "..")).resolve("..").resolve("shared/data");

  private SharedData() {}

  /// A file's text; the test is skipped where it is absent.
  public static String read(String file) throws IOException {
    Path path = ROOT.resolve(file);
    assumeTrue(Files.exists(path), "there is no ../shared/data/" + file + " beside the project");
    return Files.readString(path);
  }
}
