package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files that somebody who was killed left in a folder for what is only needed for a moment.
public final class Leftovers {
  private Leftovers() {}

  /// Deletes what is older than this process; the folder is made if there is none.
  public static void delete(Path folder) {
    long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
    try {
      Files.createDirectories(folder);
      for (Path file : files(folder)) {
        if (Files.getLastModifiedTime(file).toMillis() < begin) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty the folder " + folder, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
