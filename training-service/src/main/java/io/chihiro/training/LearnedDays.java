package io.chihiro.training;

import io.chihiro.models.LifeDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Which days a version was made with, learned from or judged by: a file in its folder, one date a
/// line. By it is known which versions go when one of the days is forgotten.
final class LearnedDays {
  private static final String FILE = "days.txt";

  private LearnedDays() {}

  /// Writes them into the folder of a version.
  static void write(Path folder, Collection<LifeDay> days) throws IOException {
    writeDates(folder, days.stream().map(LifeDay::date).toList());
  }

  /// The same of dates.
  static void writeDates(Path folder, Collection<LocalDate> dates) throws IOException {
    Files.write(folder.resolve(FILE), dates.stream().map(LocalDate::toString).sorted().toList());
  }

  /// Whether a version was made with any of these days; one that does not tell may have been.
  static boolean anyOf(Path folder, Set<LocalDate> days) {
    try {
      Set<LocalDate> learned = Set.copyOf(read(folder));
      return !Collections.disjoint(learned, days);
    } catch (IOException | DateTimeException _) {
      return true;
    }
  }

  private static List<LocalDate> read(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(FILE)).stream().map(LocalDate::parse).toList();
  }
}
