package io.chihiro.models.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.ByteVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every index of vectors does.
abstract class VectorIndexContract {
  private static final int WIDTH = 32;
  private static final int MANY = 3_000;

  @TempDir Path home;

  abstract Indexes kind();

  /// The share of the true ten nearest that is found at least.
  abstract double leastRecall();

  @Test
  void anEmptyIndexAnswersNothing() throws IOException {
    try (VectorIndex index = index(3, List.of())) {
      assertEquals(0, index.count());
      assertEquals(List.of(), index.nearest(new float[] {1, 0, 0}, 5, Among.all()));
    }
  }

  @Test
  void oneVectorAnswersEveryQuery() throws IOException {
    try (VectorIndex index = index(2, List.of(new float[] {3, 4}))) {
      assertEquals(
          List.of(new Neighbour(0, "song-0", -0.6f)),
          index.nearest(new float[] {-1, 0}, 1, Among.all()));
    }
  }

  @Test
  void aLimitBeyondTheCountGivesAllBestFirst() throws IOException {
    List<float[]> vectors = List.of(new float[] {0, 1}, new float[] {1, 1}, new float[] {1, 0});
    try (VectorIndex index = index(2, vectors)) {
      assertEquals(List.of(2, 1, 0), ordinals(index, new float[] {2, 0.1f}, 100, Among.all()));
    }
  }

  @Test
  void vectorsOfEightBitsAreAnsweredAsTheyAre() throws IOException {
    ByteVector north = ByteVector.of(new float[] {0, 1});
    ByteVector east = ByteVector.of(new float[] {1, 0.1f});
    Path folder = home.resolve("of-eight-bits");
    kind()
        .writeCodes(
            folder,
            2,
            into -> {
              into.add(north);
              into.add(east);
            });
    try (VectorIndex index = Indexes.open(folder)) {
      assertEquals(List.of(1, 0), ordinals(index, new float[] {1, 0}, 5, Among.all()));
      assertEquals(List.of(1), ordinals(index, new float[] {1, 0}, 1, Among.all()));
      assertEquals(east.dot(north), index.code(1).dot(north));
      assertEquals("1", index.id(1), "nothing else tells them apart");
    }
  }

  @Test
  void theLargestLimitIsNoTrouble() throws IOException {
    try (VectorIndex index = index(2, List.of(new float[] {0, 1}))) {
      assertEquals(List.of(0), ordinals(index, new float[] {1, 0}, Integer.MAX_VALUE, Among.all()));
    }
  }

  @Test
  void theFilterComesBeforeTheCut() throws IOException {
    List<float[]> vectors = new Clusters(1, WIDTH).next(MANY);
    float[] query = new Clusters(1, WIDTH).next();
    try (VectorIndex index = index(WIDTH, vectors)) {
      Among last = Among.where(MANY, ordinal -> ordinal == MANY - 1);
      assertEquals(List.of(MANY - 1), ordinals(index, query, 10, last));
    }
  }

  @Test
  void aFilterThatLeavesFewerThanTheLimitGivesThose() throws IOException {
    List<float[]> vectors =
        List.of(new float[] {1, 0}, new float[] {1, 1}, new float[] {0, 1}, new float[] {1, -1});
    BitSet odd = new BitSet();
    odd.set(1);
    odd.set(3);
    try (VectorIndex index = index(2, vectors)) {
      assertEquals(List.of(1, 3), ordinals(index, new float[] {1, 0.1f}, 3, Among.only(odd)));
      assertEquals(List.of(), ordinals(index, new float[] {1, 0}, 3, Among.only(new BitSet())));
    }
  }

  @Test
  void bitsBeyondTheLastVectorArePassedOver() throws IOException {
    BitSet far = new BitSet();
    far.set(1, 1_000);
    try (VectorIndex index = index(2, List.of(new float[] {1, 0}, new float[] {0, 1}))) {
      assertEquals(List.of(1), ordinals(index, new float[] {1, 0}, 3, Among.only(far)));
    }
  }

  @Test
  void equalScoresComeInTheOrderOfTheirNumbers() throws IOException {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      vectors.add(i % 2 == 0 ? new float[] {1, 1} : new float[] {0, 1});
    }
    try (VectorIndex index = index(2, vectors)) {
      assertEquals(List.of(0, 2, 4, 6, 8), ordinals(index, new float[] {1, 1}, 5, Among.all()));
      assertEquals(List.of(1, 3, 5, 7, 9), ordinals(index, new float[] {0, 1}, 5, Among.all()));
    }
  }

  @Test
  void cosinesAreThoseOfTheVectorsInFullWhateverTheirLength() throws IOException {
    List<float[]> vectors = new Clusters(2, WIDTH).next(200);
    float[] query = new Clusters(3, WIDTH).next();
    for (int i = 0; i < WIDTH; i++) {
      query[i] *= 1e25f;
    }
    try (VectorIndex index = index(WIDTH, vectors)) {
      for (Neighbour near : index.nearest(query, 20, Among.all())) {
        assertEquals(
            Clusters.cosine(query, vectors.get(near.ordinal())), near.cosine(), 1e-6, near.id());
      }
    }
  }

  @Test
  void whatIsTrulyNearIsFound() throws IOException {
    assertTrue(recall(Among.all()) >= leastRecall());
  }

  @Test
  void whatIsTrulyNearIsFoundAmongHalf() throws IOException {
    assertTrue(recall(Among.where(MANY, ordinal -> ordinal % 2 == 0)) >= leastRecall());
  }

  @Test
  void aVectorIsFoundAsWhatItWasAdded() throws IOException {
    List<String> ids = List.of("", "Où est le café?", "千と千尋", "plain");
    Path folder = home.resolve("ids");
    kind()
        .write(
            folder,
            2,
            sink -> {
              for (String id : ids) {
                sink.add(id, new float[] {1, id.length()});
              }
            });
    try (VectorIndex index = Indexes.open(folder)) {
      for (int ordinal = 0; ordinal < ids.size(); ordinal++) {
        assertEquals(ids.get(ordinal), index.id(ordinal));
      }
      assertThrows(IndexOutOfBoundsException.class, () -> index.id(4));
    }
  }

  @Test
  void aQueryThatCannotBeComparedIsRefusedInASentence() throws IOException {
    try (VectorIndex index = index(2, List.of(new float[] {1, 0}))) {
      assertEquals(
          "the query has 3 numbers, the index holds vectors of 2", refusal(index, 1, 0, 0));
      assertEquals(
          "the query holds NaN, which cannot be compared with anything",
          refusal(index, 1, Float.NaN));
      assertEquals(
          "the query holds Infinity, which cannot be compared with anything",
          refusal(index, 1, Float.POSITIVE_INFINITY));
      assertEquals("the query has no direction: all of its numbers are zero", refusal(index, 0, 0));
    }
  }

  @Test
  void aLimitOfNothingIsRefused() throws IOException {
    try (VectorIndex index = index(2, List.of(new float[] {1, 0}))) {
      assertThrows(
          IllegalArgumentException.class, () -> index.nearest(new float[] {1, 0}, 0, Among.all()));
    }
  }

  @Test
  void aVectorThatCannotBeComparedIsRefusedByItsIdAndNothingIsLeft() throws IOException {
    List<float[]> vectors = List.of(new float[] {1, 0}, new float[] {Float.NaN, 0});

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> index(2, vectors));

    assertEquals(
        "the vector of song-1 holds NaN, which cannot be compared with anything",
        refused.getMessage());
    try (Stream<Path> left = Files.list(home)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    List<float[]> vectors = new Clusters(4, WIDTH).next(MANY);
    List<float[]> queries = new Clusters(5, WIDTH).next(50);
    try (VectorIndex index = index(WIDTH, vectors);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<List<Neighbour>> alone =
          queries.stream().map(query -> index.nearest(query, 10, Among.all())).toList();
      List<Future<List<Neighbour>>> together = new ArrayList<>();
      for (float[] query : queries) {
        together.add(threads.submit(() -> index.nearest(query, 10, Among.all())));
      }
      for (int i = 0; i < alone.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    }
  }

  @Test
  void whoIsInterruptedWhileAskingDisturbsNobody() throws Exception {
    try (VectorIndex index = index(2, List.of(new float[] {1, 0}))) {
      Thread.currentThread().interrupt();
      assertEquals(List.of(0), ordinals(index, new float[] {1, 0}, 1, Among.all()));
      assertTrue(Thread.interrupted());
      assertEquals(List.of(0), ordinals(index, new float[] {1, 0}, 1, Among.all()));
    }
  }

  private double recall(Among among) throws IOException {
    Clusters clusters = new Clusters(6, WIDTH);
    List<float[]> vectors = clusters.next(MANY);
    int found = 0;
    List<float[]> queries = clusters.next(50);
    try (VectorIndex index = index(WIDTH, vectors)) {
      for (float[] query : queries) {
        List<Integer> truth = Clusters.nearest(query, vectors, 10, among);
        found += (int) ordinals(index, query, 10, among).stream().filter(truth::contains).count();
      }
    }
    return found / (10.0 * queries.size());
  }

  private VectorIndex index(int width, List<float[]> vectors) throws IOException {
    Path folder = home.resolve("index");
    kind()
        .write(
            folder,
            width,
            sink -> {
              for (int i = 0; i < vectors.size(); i++) {
                sink.add("song-" + i, vectors.get(i));
              }
            });
    return Indexes.open(folder);
  }

  private static List<Integer> ordinals(VectorIndex index, float[] query, int limit, Among among) {
    return index.nearest(query, limit, among).stream().map(Neighbour::ordinal).toList();
  }

  private static String refusal(VectorIndex index, float... query) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> index.nearest(query, 1, Among.all()))
            .getMessage());
  }
}
