package io.chihiro.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// `./chihiro bench [name] [--json]`: measures and says whether every bar holds.
public final class Bench {
  private static final String JSON_FLAG = "--json";

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
    List<String> names = words.stream().filter(word -> !word.equals(JSON_FLAG)).toList();
    Path root = Path.of(System.getProperty("chihiro.root", ".")).toAbsolutePath().normalize();
    Lab lab = new Lab(root, new PrintStream(System.err, true, StandardCharsets.UTF_8));
    List<Row> rows = new ArrayList<>();
    for (Benchmarks benchmark : Benchmarks.named(names)) {
      rows.addAll(benchmark.create().run(lab));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(words.contains(JSON_FLAG) ? Report.json(rows) : Report.table(rows));
    return Report.exitCode(rows);
  }
}
