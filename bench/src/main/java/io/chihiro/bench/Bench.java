package io.chihiro.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// `./chihiro bench [name] [--json] [--minutes N] [--data FOLDER]`: measures and says whether every
/// bar holds.
public final class Bench {
  private static final String JSON_FLAG = "--json";
  private static final String MINUTES_FLAG = "--minutes";
  private static final String DATA_FLAG = "--data";
  private static final int MOST_MINUTES = 24 * 60;

  private Bench() {}

  public static void main(String[] args) throws InterruptedException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    try {
      System.exit(run(List.of(args)));
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int run(List<String> words) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>(words);
    names.removeIf(JSON_FLAG::equals);
    Duration length = length(names);
    Optional<Path> data = data(names);
    Path root = Path.of(System.getProperty("chihiro.root", ".")).toAbsolutePath().normalize();
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Lab lab = new Lab(root, progress, length, data);
    List<Row> rows = new ArrayList<>();
    for (Benchmarks benchmark : Benchmarks.named(names)) {
      rows.addAll(benchmark.create().run(lab));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(words.contains(JSON_FLAG) ? Report.json(rows) : Report.table(rows));
    return Report.exitCode(rows);
  }

  /// How long the benchmarks run that run for a time; taken out of the words.
  static Duration length(List<String> words) {
    int place = words.indexOf(MINUTES_FLAG);
    if (place < 0) {
      return Lab.USUAL_LENGTH;
    }
    words.remove(place);
    String minutes = place < words.size() ? words.remove(place) : "";
    if (!minutes.matches("[1-9][0-9]{0,3}") || Integer.parseInt(minutes) > MOST_MINUTES) {
      throw new IllegalArgumentException(
          MINUTES_FLAG + " takes a whole number from 1 to " + MOST_MINUTES + ".");
    }
    return Duration.ofMinutes(Integer.parseInt(minutes));
  }

  /// A folder that is measured on instead of the usual one; taken out of the words.
  static Optional<Path> data(List<String> words) {
    int place = words.indexOf(DATA_FLAG);
    if (place < 0) {
      return Optional.empty();
    }
    words.remove(place);
    Path folder = Path.of(place < words.size() ? words.remove(place) : "");
    if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(DATA_FLAG + " takes a folder; '" + folder + "' is none.");
    }
    return Optional.of(folder);
  }
}
