package io.chihiro.training;

import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Whose listening a version was made with: a file in its folder that is shown to nobody, one name
/// a line. By it is known which versions go when somebody withdraws or is forgotten.
final class LearnedPeople {
  static final String FILE = "people.txt";

  private LearnedPeople() {}

  /// Writes them into the folder of a version.
  static void write(Path folder, Collection<String> people) throws IOException {
    String lines = String.join("\n", new TreeSet<>(people));
    OwnerFile.replace(folder.resolve(FILE), lines.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether a version was made with somebody; one that does not tell may have been.
  static boolean include(Path folder, String user) {
    return of(folder).map(people -> people.contains(user)).orElse(true);
  }

  /// Who they are; empty if the version does not tell.
  static Optional<List<String>> of(Path folder) {
    try {
      return Optional.of(read(folder));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static List<String> read(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(FILE));
  }
}
