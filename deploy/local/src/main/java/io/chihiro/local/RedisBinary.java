package io.chihiro.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// Finds a `redis-server`: the one on the PATH, else the one that comes along, unpacked once.
final class RedisBinary {
  private static final String NAME = "redis-server";

  private RedisBinary() {}

  /// The program to start.
  ///
  /// @param folder where the one that comes along is unpacked to
  /// @throws IllegalStateException if there is none for this machine
  static Path find(Path folder) {
    return onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .orElseGet(() -> unpacked(folder));
  }

  static Optional<Path> onPath(String path) {
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path unpacked(Path folder) {
    String resource =
        ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
    if (resource == null) {
      throw new IllegalStateException(
          "No redis-server comes along for this kind of machine: install the Debian package"
              + " redis-server.");
    }
    Path program = folder.toAbsolutePath().resolve(Path.of(resource).getFileName().toString());
    return Files.isExecutable(program) ? program : unpack(resource, program);
  }

  private static Path unpack(String resource, Path program) {
    String name = resource.startsWith("/") ? resource : "/" + resource;
    try (InputStream in = ExecutableProvider.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the bundled Redis has no " + name);
      }
      Files.createDirectories(program.getParent());
      Path half = Files.createTempFile(program.getParent(), NAME, ".part");
      Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
      if (!half.toFile().setExecutable(true)) {
        throw new IOException("may not be made executable");
      }
      return Files.move(half, program, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the bundled Redis to " + program, e);
    }
  }
}
