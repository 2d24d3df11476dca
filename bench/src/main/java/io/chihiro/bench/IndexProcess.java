package io.chihiro.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.index.Among;
import io.chihiro.models.index.Indexes;
import io.chihiro.models.index.Neighbour;
import io.chihiro.models.index.VectorIndex;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An index in a process of its own, so that what is counted as its memory is nobody else's: it
/// writes one, or answers from one, and prints what that took as JSON.
final class IndexProcess {
  static final int LIMIT = 10;

  private static final String WRITE = "write";
  private static final String ASK = "ask";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private IndexProcess() {}

  /// What writing took.
  ///
  /// @param residentMebibytes at most
  record Written(double seconds, double residentMebibytes) {}

  /// What answering took.
  ///
  /// @param residentMebibytes at most, from beginning to end
  record Answered(AskedIndex asked, double residentMebibytes) {}

  static Written write(Indexes kind, Path folder, int count, String heap)
      throws IOException, InterruptedException {
    List<String> words = List.of(WRITE, kind.name(), folder.toString(), Integer.toString(count));
    return JSON.readValue(run(heap, words), new TypeReference<Written>() {});
  }

  static Answered ask(Path folder, int count, int queries, String heap)
      throws IOException, InterruptedException {
    List<String> words =
        List.of(ASK, folder.toString(), Integer.toString(count), Integer.toString(queries));
    return JSON.readValue(run(heap, words), new TypeReference<Answered>() {});
  }

  public static void main(String[] words) throws IOException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    Object told =
        switch (words[0]) {
          case WRITE -> written(Indexes.valueOf(words[1]), Path.of(words[2]), number(words[3]));
          case ASK -> answered(Path.of(words[1]), number(words[2]), number(words[3]));
          default -> throw new IllegalArgumentException("what is to be done? " + words[0]);
        };
    System.out.println(JSON.writeValueAsString(told));
  }

  private static Written written(Indexes kind, Path folder, int count) throws IOException {
    Stopwatch watch = Stopwatch.begin();
    kind.write(folder, GeneratedVectors.WIDTH, new GeneratedVectors(count).source());
    return new Written(watch.seconds(), residentMebibytes());
  }

  private static Answered answered(Path folder, int count, int many) throws IOException {
    List<float[]> queries = new GeneratedVectors(count).queries(many);
    try (VectorIndex index = Indexes.open(folder)) {
      AskedIndex asked = AskedIndex.of(queries, query -> nearest(index, query));
      return new Answered(asked, residentMebibytes());
    }
  }

  static List<Integer> nearest(VectorIndex index, float[] query) {
    return index.nearest(query, LIMIT, Among.all()).stream().map(Neighbour::ordinal).toList();
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static String run(String heap, List<String> words)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(heap, words))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the process of an index ended early: " + words);
    }
    return told;
  }

  private static List<String> command(String heap, List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "--add-modules=jdk.incubator.vector",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IndexProcess.class.getName()));
    command.addAll(words);
    return command;
  }

  private static double residentMebibytes() throws IOException {
    try (var lines = Files.lines(STATUS)) {
      return lines
              .filter(line -> line.startsWith(PEAK))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024.0;
    }
  }
}
