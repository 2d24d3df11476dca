package io.chihiro.models.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Pairs of sentences about everyday things, which no life's model should come to see differently.
///
/// Each first sentence has others of graded closeness: 5 the same said otherwise, 4 nearly the
/// same, 3 the same matter with another point, 2 the same field, 1 hardly related, 0 not at all.
public final class GeneralPairs {
  private static final String FILE = "general-pairs.txt";
  private static final List<Pair> ALL = read();

  /// Two sentences.
  ///
  /// @param closeness from 0 to 5, as a person would grade it
  public record Pair(String first, String second, int closeness) {}

  private GeneralPairs() {}

  /// Every pair, in the order of the file.
  public static List<Pair> all() {
    return ALL;
  }

  // A line "= sentence" begins a group; a line "4 sentence" pairs another with it.
  private static List<Pair> read() {
    List<Pair> pairs = new ArrayList<>();
    String first = "";
    for (String line : lines()) {
      String sentence = line.substring(Math.min(2, line.length()));
      if (line.startsWith("= ")) {
        first = sentence;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        pairs.add(new Pair(first, sentence, line.charAt(0) - '0'));
      }
    }
    return List.copyOf(pairs);
  }

  private static List<String> lines() {
    try (InputStream file =
            Objects.requireNonNull(
                GeneralPairs.class.getResourceAsStream(FILE), FILE + " is missing");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
