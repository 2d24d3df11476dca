package io.chihiro.bench;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.onnx.Pretrained;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// The sentence encoder alone, with weights of eight bits as training writes them, beside
/// langchain4j's classes for the same model: one mood at a time, and texts by the batch.
///
/// Everybody gets the same texts in turns, so that a busy moment of the machine strikes all alike,
/// and everybody begins when the threads of the one before have come to rest.
final class EncoderBenchmark implements Benchmark {
  private static final int THREADS = 2;
  private static final int QUERY_TOKENS = 12;

  /// Queries in a turn.
  private static final int QUERIES = 20;

  /// Turns that count; as many before them warm up.
  private static final int TURNS = 10;

  private static final int PAGE_TOKENS = 120;
  private static final int TEXTS = 32;
  private static final int ROUNDS = 7;

  /// From a short sentence to the longest text that all of them read whole, most of them short, as
  /// in a diary.
  private static final double SHORTEST_TOKENS = 5;

  /// langchain4j's classes leave out what lies beyond; ours would read it and be timed for it.
  private static final double LONGEST_TOKENS = 128;

  /// Threads of langchain4j's sessions look for more work for some 20 ms after a text, on the cores
  /// that the next one is to have.
  private static final long REST_MILLIS = 50;

  /// How much faster than langchain4j's class in full precision it is to be.
  private static final double QUERY_BAR = 2.5;

  private static final double PAGES_BAR = 2.8;
  private static final double MIXED_BAR = 5;

  /// Somebody who encodes.
  private record Contestant(String name, Work one, Work many) {
    Contestant(TextEncoder encoder) {
      this("ours", texts -> encoder.encode(texts.getFirst()), encoder::encodeAll);
    }

    Contestant(String name, EmbeddingModel model) {
      this(
          name,
          texts -> model.embed(texts.getFirst()),
          texts -> model.embedAll(texts.stream().map(TextSegment::from).toList()));
    }
  }

  private interface Work {
    Object on(List<String> texts) throws InterruptedException;
  }

  @Override
  public List<Row> run(Lab lab) throws InterruptedException {
    Pretrained pretrained = Pretrained.builtIn();
    try (TextEncoder encoder = pretrained.encoder(pretrained.weights(), Precision.INT8, THREADS)) {
      GeneratedTexts texts = new GeneratedTexts(1);
      List<Contestant> all =
          List.of(
              new Contestant(encoder),
              new Contestant("langchain4j", new AllMiniLmL6V2EmbeddingModel()),
              new Contestant("its quantised class", new AllMiniLmL6V2QuantizedEmbeddingModel()));
      lab.say("encoder: queries of %d tokens".formatted(QUERY_TOKENS));
      List<Row> rows = new ArrayList<>(queries(all, encoder, texts));
      lab.say("encoder: %d texts of %d tokens".formatted(TEXTS, PAGE_TOKENS));
      rows.addAll(batches("32 texts of 120 tokens", PAGES_BAR, all, () -> pages(encoder, texts)));
      lab.say("encoder: %d texts of mixed length".formatted(TEXTS));
      rows.addAll(batches("32 texts of 5-128 tokens", MIXED_BAR, all, () -> mixed(encoder, texts)));
      return rows;
    }
  }

  private static List<Row> queries(List<Contestant> all, TextEncoder encoder, GeneratedTexts texts)
      throws InterruptedException {
    List<Histogram> micros = all.stream().map(_ -> new Histogram(3)).toList();
    for (int turn = 0; turn < 2 * TURNS; turn++) {
      List<String> asked =
          Stream.generate(() -> texts.ofTokens(QUERY_TOKENS, encoder)).limit(QUERIES).toList();
      for (int who = 0; who < all.size(); who++) {
        Histogram times = turn < TURNS ? new Histogram(3) : micros.get(who);
        ask(all.get(who), asked, times);
      }
    }
    List<Double> medians =
        micros.stream().map(times -> times.getValueAtPercentile(50) / 1000.0).toList();
    return rows("one query of 12 tokens, p50", "ms", QUERY_BAR, all, medians);
  }

  // One after the other, as they come when somebody uses it.
  private static void ask(Contestant who, List<String> queries, Histogram micros)
      throws InterruptedException {
    Thread.sleep(REST_MILLIS);
    for (String query : queries) {
      micros.recordValue(Math.round(seconds(who.one(), List.of(query)) * 1e6));
    }
  }

  private interface Batch {
    List<String> next();
  }

  private static List<Row> batches(String what, double bar, List<Contestant> all, Batch batch)
      throws InterruptedException {
    List<List<Double>> times = new ArrayList<>();
    all.forEach(_ -> times.add(new ArrayList<>()));
    for (int round = 0; round <= ROUNDS; round++) {
      List<String> texts = batch.next();
      for (int who = 0; who < all.size(); who++) {
        Thread.sleep(REST_MILLIS);
        double seconds = seconds(all.get(who).many(), texts);
        if (round > 0) {
          times.get(who).add(seconds * 1000);
        }
      }
    }
    return rows(what, "ms", bar, all, times.stream().map(Numbers::median).toList());
  }

  private static double seconds(Work work, List<String> texts) throws InterruptedException {
    Stopwatch watch = Stopwatch.begin();
    Object _ = work.on(texts);
    return watch.seconds();
  }

  // Ours first, then the peers: as many times faster as the bar says, and never slower than eight
  // bits of somebody else.
  private static List<Row> rows(
      String what, String unit, double bar, List<Contestant> all, List<Double> times) {
    List<Row> rows = new ArrayList<>();
    for (int who = 1; who < all.size(); who++) {
      double peer = times.get(who);
      Row row = Row.of(Benchmarks.ENCODER, what + ", " + all.get(who).name(), unit, times.get(0));
      rows.add(row.beside(peer).against(new Bar.AtMost(peer / (who == 1 ? bar : 1))));
    }
    return rows;
  }

  private static List<String> pages(TextEncoder encoder, GeneratedTexts texts) {
    return IntStream.range(0, TEXTS).mapToObj(_ -> texts.ofTokens(PAGE_TOKENS, encoder)).toList();
  }

  private static List<String> mixed(TextEncoder encoder, GeneratedTexts texts) {
    double growth = LONGEST_TOKENS / SHORTEST_TOKENS;
    return IntStream.range(0, TEXTS)
        .mapToObj(i -> SHORTEST_TOKENS * Math.pow(growth, i / (TEXTS - 1.0)))
        .map(tokens -> texts.ofTokens((int) Math.round(tokens), encoder))
        .toList();
  }
}
