package io.chihiro.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the files of a home are called in its backup, and which never go into one.
///
/// @param home the folder of the system
record HomePaths(Path home) {
  /// Topics go their own way; the rest is made again, or belongs to the process that wrote it.
  /// Least of all where a sealed text is opened or an upload passes through: there it lies in the
  /// clear for that long.
  private static final Set<String> NOT_KEPT =
      Set.of(
          "broker",
          "redis",
          "logs",
          "run",
          "cache",
          "cds",
          "training",
          "models/catalogues",
          "ingest/scratch",
          "ingest/streams",
          "ocr/lent",
          "ocr/opened",
          "ocr/uploads");

  /// Whether a file or a folder may be in a backup.
  static boolean isKept(String path) {
    return NOT_KEPT.stream().noneMatch(each -> (path + "/").startsWith(each + "/"));
  }

  /// What a place is called in a backup; empty if none holds it.
  ///
  /// @param place need not exist
  Optional<String> of(Path place) throws IOException {
    return inHome(place).filter(HomePaths::isKept);
  }

  private Optional<String> inHome(Path place) throws IOException {
    if (!Files.exists(place)) {
      Path absolute = place.toAbsolutePath().normalize();
      return absolute.startsWith(home)
          ? Optional.of(home.relativize(absolute).toString())
          : Optional.empty();
    }
    Path real = place.toRealPath();
    for (Path top : tops()) {
      if (real.startsWith(top.toRealPath())) {
        return Optional.of(name(top, real));
      }
    }
    return Optional.empty();
  }

  /// The files and folders that lie in the home itself.
  Iterable<Path> tops() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.toList();
    }
  }

  /// What a file is called that lies under one of them, which may be a link to where the photos
  /// have always been.
  ///
  /// @param file its real path
  static String name(Path top, Path file) throws IOException {
    String within = top.toRealPath().relativize(file).toString();
    String name = String.valueOf(top.getFileName());
    return within.isEmpty() ? name : name + "/" + within;
  }
}
