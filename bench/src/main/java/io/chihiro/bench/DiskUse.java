package io.chihiro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How many bytes of a kind lie in a folder.
///
/// @param folder with everything below it
record DiskUse(Path folder) {
  /// Bytes of the records of a topic, all of its partitions together. Indexes are not counted: the
  /// broker lays them out larger than they are.
  long ofTopic(String topic) throws IOException {
    return of(
        file ->
            file.toString().endsWith(".log")
                && file.getName(file.getNameCount() - 2).toString().matches(topic + "-[0-9]+"));
  }

  /// Bytes of all files.
  long ofAll() throws IOException {
    return of(_ -> true);
  }

  private long of(Predicate<Path> wanted) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
