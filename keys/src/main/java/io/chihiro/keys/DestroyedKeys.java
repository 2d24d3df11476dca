package io.chihiro.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which keys of one user were destroyed on purpose: a file with a number a line, which stays.
///
/// A key that is only not to be seen may come back, so what it sealed must not count as deleted.
/// The word `all` stands for keys whose numbers nobody knows any more.
///
/// @param lines as they stand in the file
record DestroyedKeys(Set<String> lines) {
  private static final String ALL = "all";

  /// What the file says; a file that is not there says of no key that it was destroyed.
  static DestroyedKeys read(Path file) throws IOException {
    try {
      return new DestroyedKeys(
          Files.readAllLines(file).stream()
              .map(String::strip)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (NoSuchFileException _) {
      return new DestroyedKeys(Set.of());
    }
  }

  boolean hold(int number) {
    return lines.contains(ALL) || lines.contains(line(number));
  }

  DestroyedKeys and(Set<Integer> numbers) {
    return with(numbers.stream().map(DestroyedKeys::line));
  }

  DestroyedKeys andAllOthers() {
    return with(Stream.of(ALL));
  }

  private DestroyedKeys with(Stream<String> more) {
    Set<String> both = new HashSet<>(lines);
    more.forEach(both::add);
    return new DestroyedKeys(Set.copyOf(both));
  }

  void write(Path file) throws IOException {
    List<String> sorted = lines.stream().sorted().toList();
    OwnerFile.replace(file, (String.join("\n", sorted) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String line(int number) {
    return Integer.toUnsignedString(number);
  }
}
