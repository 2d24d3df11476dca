package io.chihiro.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Every benchmark.
enum Benchmarks {
  INGEST,
  ANSWERS,
  ENCODER,
  STARTUP,
  EXPLAIN,
  LEARNING,
  LAYERS,
  PAGES,
  COMPANY,
  TASTES,
  RECIPES,
  CATALOGUE,
  RESTART,
  GROWTH,
  KILLS,
  SOAK;

  /// Run for long, so only who names them gets them.
  private static final Set<Benchmarks> BY_NAME =
      EnumSet.of(RECIPES, CATALOGUE, RESTART, GROWTH, KILLS, SOAK);

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
      case LAYERS -> new LayersBenchmark();
      case PAGES -> new PagesBenchmark();
      case CATALOGUE -> new CatalogueBenchmark();
      case COMPANY -> new CompanyBenchmark();
      case TASTES -> new TastesBenchmark();
      case RESTART -> new RestartBenchmark();
      case GROWTH -> new GrowthBenchmark();
      case KILLS -> new KillsBenchmark();
      case SOAK -> new SoakBenchmark();
    };
  }

  /// The ones named; if none is, all but those that run for long.
  ///
  /// @throws IllegalArgumentException that lists what there is
  static List<Benchmarks> named(List<String> words) {
    if (words.isEmpty()) {
      return Arrays.stream(values()).filter(each -> !BY_NAME.contains(each)).toList();
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
