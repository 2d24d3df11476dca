package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.evaluation.RankCorrelation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void soHasAMoodThatAllThreadsRead() throws InterruptedException {
    List<String> moods =
        List.of("rain", "a quiet day by the grey sea", "I miss the kitchen of my grandmother");
    try (SentenceEncoder small = new SentenceEncoder(Precision.INT8, 2)) {
      List<float[]> together = small.encodeAll(moods);

      for (int i = 0; i < moods.size(); i++) {
        assertArrayEquals(together.get(i), small.encode(moods.get(i)));
      }
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
  void theSimilaritiesOfTheStsBenchmarkComeOutAsPublishedAndAlikeInEightBits() throws Exception {
    List<String[]> rows = similarSentences();
    double full = RankCorrelation.of(cosines(ENCODER, rows), scores(rows));
    assertEquals(0.867, full, 0.001);

    try (SentenceEncoder small = new SentenceEncoder(Precision.INT8, 2)) {
      assertEquals(full, RankCorrelation.of(cosines(small, rows), scores(rows)), 0.005);
    }
  }

  private static List<String[]> similarSentences() throws IOException {
    Path file =
        Path.of(System.getProperty("chihiro.root"), "../shared/data/stsbenchmark/sts-dev.csv");
    assumeTrue(Files.exists(file), "skipped: ../shared/data is absent (stsbenchmark)");
    return Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static List<Double> scores(List<String[]> rows) {
    return rows.stream().map(row -> Double.valueOf(row[4])).toList();
  }

  private static List<Double> cosines(SentenceEncoder asking, List<String[]> rows)
      throws InterruptedException {
    List<float[]> asked = asking.encodeAll(rows.stream().map(row -> row[5]).toList());
    List<float[]> read = ENCODER.encodeAll(rows.stream().map(row -> row[6]).toList());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> (double) Vectors.dot(asked.get(i), read.get(i)))
        .toList();
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
