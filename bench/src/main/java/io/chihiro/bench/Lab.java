package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where benchmarks are run.
///
/// @param root the project, built
/// @param progress told what is being done, since a benchmark takes minutes
/// @param length of what runs for a time
/// @param data a folder that is measured on instead of the usual one
record Lab(Path root, PrintStream progress, Duration length, Optional<Path> data) {
  static final Duration USUAL_LENGTH = Duration.ofMinutes(10);

  /// What a measurement does with a folder of its own.
  interface InFolder<T> {
    T in(Path folder) throws IOException, InterruptedException;
  }

  /// What a measurement does with a running system.
  interface InSystem<T> {
    T in(LocalSystem system) throws IOException, InterruptedException;
  }

  void say(String sentence) {
    progress.println(sentence);
  }

  /// Works in an empty folder that is gone afterwards.
  <T> T inFolder(InFolder<T> work) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("chihiro-bench");
    try {
      return work.in(folder);
    } finally {
      delete(folder);
    }
  }

  /// Works with a broker and a cache that hold nothing yet.
  <T> T withStores(Map<String, String> settings, InSystem<T> work)
      throws IOException, InterruptedException {
    return inFolder(
        folder -> {
          try (LocalSystem system = LocalSystem.stores(root, folder, settings)) {
            return work.in(system);
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
