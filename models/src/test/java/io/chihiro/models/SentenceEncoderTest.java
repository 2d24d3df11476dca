package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
  private static final SentenceEncoder ENCODER = new SentenceEncoder(2);

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void likeMeaningLiesCloserThanUnlike() {
    float[] rain = ENCODER.encode("It rained all day and I stayed in bed.");
    float[] wet = ENCODER.encode("A wet afternoon under the blanket.");
    float[] tax = ENCODER.encode("The quarterly tax return is due on Friday.");

    assertTrue(Vectors.dot(rain, wet) > Vectors.dot(rain, tax) + 0.2);
  }

  @Test
  void aTextHasTheSameVectorAloneAndAmongOthers() throws InterruptedException {
    List<String> texts =
        List.of(
            "short", "a much longer text ".repeat(30), "rain", "a quiet day", "the sea was grey");

    List<float[]> together = ENCODER.encodeAll(texts);

    for (int i = 0; i < texts.size(); i++) {
      assertArrayEquals(ENCODER.encode(texts.get(i)), together.get(i));
    }
  }

  @Test
  void everyTokenHasItsPlace() {
    String text = "Gingerbread, ünd so";
    List<String> pieces = ENCODER.tokens(text).stream().map(span -> span.of(text)).toList();

    assertEquals("Gingerbread,ündso", String.join("", pieces));
  }

  @Test
  void longTextsAreReadUpToTheLimitOnly() {
    String limit = "word ".repeat(SentenceEncoder.TOKENS - 2);

    assertArrayEquals(ENCODER.encode(limit), ENCODER.encode(limit + "something else entirely"));
  }

  @Test
  void theSimilaritiesOfTheStsBenchmarkComeOutAsPublished() throws Exception {
    Path file =
        Path.of(System.getProperty("chihiro.root"), "../shared/data/stsbenchmark/sts-dev.csv");
    assumeTrue(Files.exists(file), "skipped: ../shared/data is absent (stsbenchmark)");
    List<String[]> rows = rows(file);

    double[] cosines = cosines(rows);
    double[] scores = rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();

    assertEquals(0.867, spearman(cosines, scores), 0.001);
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static double[] cosines(List<String[]> rows) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.addAll(List.of(row[5], row[6])));
    List<float[]> vectors = ENCODER.encodeAll(texts);
    return IntStream.range(0, rows.size())
        .mapToDouble(i -> Vectors.dot(vectors.get(2 * i), vectors.get(2 * i + 1)))
        .toArray();
  }

  private static double spearman(double[] a, double[] b) {
    return pearson(ranks(a), ranks(b));
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = (from + to) / 2.0;
      }
      from = to + 1;
    }
    return ranks;
  }

  private static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double covariance = 0;
    double varianceA = 0;
    double varianceB = 0;
    for (int i = 0; i < a.length; i++) {
      covariance += (a[i] - meanA) * (b[i] - meanB);
      varianceA += (a[i] - meanA) * (a[i] - meanA);
      varianceB += (b[i] - meanB) * (b[i] - meanB);
    }
    return covariance / Math.sqrt(varianceA * varianceB);
  }

  @Test
  void closingWaitsForWhatRuns() throws Exception {
    SentenceEncoder closing = new SentenceEncoder(1);
    Thread asking =
        Thread.ofPlatform()
            .start(
                () ->
                    assertThrows(
                        IllegalStateException.class,
                        () -> {
                          while (true) {
                            var _ = closing.encode("We swam until it was dark.");
                          }
                        }));
    assertEquals(384, closing.encode("It rained all day.").length);

    closing.close();

    asking.join();
  }
}
