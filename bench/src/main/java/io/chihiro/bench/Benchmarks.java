package io.chihiro.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Every benchmark.
enum Benchmarks {
  INGEST,
  ANSWERS,
  ENCODER,
  STARTUP,
  EXPLAIN,
  LEARNING,
  RECIPES,
  PAGES;

  /// As the command line and the rows name it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Benchmark create() {
    return switch (this) {
      case INGEST -> new IngestBenchmark();
      case ANSWERS -> new AnswersBenchmark();
      case ENCODER -> new EncoderBenchmark();
      case STARTUP -> new StartupBenchmark();
      case EXPLAIN -> new ExplainBenchmark();
      case LEARNING -> new LearningBenchmark();
      case RECIPES -> new RecipesBenchmark();
      case PAGES -> new PagesBenchmark();
    };
  }

  /// The ones named, or all if none is.
  ///
  /// @throws IllegalArgumentException that lists what there is
  static List<Benchmarks> named(List<String> words) {
    if (words.isEmpty()) {
      return List.of(values());
    }
    return words.stream().map(Benchmarks::named).toList();
  }

  private static Benchmarks named(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no benchmark '%s'. There are: %s.".formatted(word, words())));
  }

  private static String words() {
    return Arrays.stream(values()).map(Benchmarks::word).collect(Collectors.joining(", "));
  }
}
