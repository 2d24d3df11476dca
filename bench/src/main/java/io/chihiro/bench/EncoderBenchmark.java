package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// The sentence encoder alone: one mood at a time, and pages by the batch.
final class EncoderBenchmark implements Benchmark {
  private static final int THREADS = 2;
  private static final int QUERY_TOKENS = 12;
  private static final int QUERIES = 300;
  private static final int PAGE_TOKENS = 120;
  private static final int PAGES = 32;
  private static final int ROUNDS = 5;

  @Override
  public List<Row> run(Lab lab) throws InterruptedException {
    GeneratedTexts texts = new GeneratedTexts(1);
    try (SentenceEncoder encoder = new SentenceEncoder(THREADS)) {
      lab.say("encoder: queries of %d tokens".formatted(QUERY_TOKENS));
      double query = queryMilliseconds(encoder, texts);
      lab.say("encoder: %d texts of %d tokens".formatted(PAGES, PAGE_TOKENS));
      double pages = pagesPerSecond(encoder, texts);
      return List.of(
          Row.of(Benchmarks.ENCODER, "one query of 12 tokens, p50", "ms", query),
          Row.of(Benchmarks.ENCODER, "32 texts of 120 tokens", "texts/s", pages));
    }
  }

  private static double queryMilliseconds(SentenceEncoder encoder, GeneratedTexts texts) {
    Histogram micros = new Histogram(3);
    for (int i = 0; i < 2 * QUERIES; i++) {
      String query = texts.ofTokens(QUERY_TOKENS, encoder);
      Stopwatch watch = Stopwatch.begin();
      float[] _ = encoder.encode(query);
      // The first half warms up.
      if (i >= QUERIES) {
        micros.recordValue(Math.round(watch.milliseconds() * 1000));
      }
    }
    return micros.getValueAtPercentile(50) / 1000.0;
  }

  private static double pagesPerSecond(SentenceEncoder encoder, GeneratedTexts texts)
      throws InterruptedException {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      List<String> pages =
          IntStream.range(0, PAGES).mapToObj(_ -> texts.ofTokens(PAGE_TOKENS, encoder)).toList();
      Stopwatch watch = Stopwatch.begin();
      List<float[]> _ = encoder.encodeAll(pages);
      rates.add(PAGES / watch.seconds());
    }
    return Numbers.median(rates.subList(1, rates.size()));
  }
}
