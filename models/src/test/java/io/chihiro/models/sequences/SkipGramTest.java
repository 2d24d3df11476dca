package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.sequences.LearningRun.Epoch;
import io.chihiro.models.sequences.SkipGram.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipGramTest {
  private static final Corpus TINY =
      Corpus.of(new GeneratedSequences(2, 6, 0, 60, 6, 0, 1).all(), 1);
  private static final Config CONFIG = Config.usual(1);

  @TempDir private Path folder;

  @Test
  void overfitsATinyCorpus() throws InterruptedException {
    SkipGram model = SkipGram.learn(TINY, CONFIG.withEpochs(60), LearningRun.quiet(1));

    for (Near near : model.nearest("cluster 1 song 3", 5)) {
      assertTrue(near.song().startsWith("cluster 1 "), near::toString);
      assertTrue(near.score() > 0.8, near::toString);
    }
    assertTrue(model.losses().getLast() < 0.5 * model.losses().getFirst());
  }

  @Test
  void oneStepLowersTheLoss() {
    Config config = CONFIG.withRate(0.1);
    SkipGramWorker worker =
        new SkipGramWorker(new SkipGramWorker.Shared(TINY, config), config, begun());
    worker.learn(0, 7, 0.1f);
    double first = worker.lossSum();
    worker.learn(0, 7, 0.1f);

    assertTrue(worker.lossSum() - first < first);
  }

  private static SkipGram begun() {
    int rows = TINY.vocabulary().size() + 1;
    float[][] inputs = new float[rows][32];
    for (float[] input : inputs) {
      Arrays.fill(input, 0.1f);
    }
    return new SkipGram(CONFIG, TINY.vocabulary(), inputs, new float[rows][32], List.of());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() throws InterruptedException {
    SkipGram model = learned(CONFIG);

    assertSame(model, learned(CONFIG));
    assertFalse(
        Arrays.equals(
            model.vector("cluster 0 song 1"), learned(Config.usual(2)).vector("cluster 0 song 1")));
  }

  @Test
  void twoThreadsLearnWhatOneLearns() throws InterruptedException {
    SkipGram model = SkipGram.learn(TINY, CONFIG.withEpochs(60), LearningRun.quiet(2));

    assertEquals(
        1, new GeneratedSequences(2, 6, 0, 60, 6, 0, 1).purity(model, 5), "neighbours' purity");
  }

  @Test
  void savedAndReadItIsTheSame() throws Exception {
    SkipGram model = learned(CONFIG);
    Path file = folder.resolve("skip-gram.bin");
    model.write(file);
    SkipGram read = SkipGram.read(file);

    assertSame(model, read);
    assertEquals(model.nearest("cluster 0 song 1", 5), read.nearest("cluster 0 song 1", 5));
    assertEquals(
        model.following(List.of("cluster 0 song 1"), 5),
        read.following(List.of("cluster 0 song 1"), 5));
  }

  @Test
  void aFileThatIsNotWhatWasWrittenIsNamed() throws Exception {
    Path file = folder.resolve("skip-gram.bin");
    learned(CONFIG.withEpochs(1)).write(file);
    byte[] bytes = Files.readAllBytes(file);

    for (byte[] broken :
        List.of(flipped(bytes), Arrays.copyOf(bytes, bytes.length - 9), new byte[5])) {
      Files.write(file, broken);
      var problem = assertThrows(BrokenModelException.class, () -> SkipGram.read(file));
      assertTrue(String.valueOf(problem.getMessage()).contains("skip-gram.bin"));
    }
    Files.delete(file);
    assertThrows(BrokenModelException.class, () -> SkipGram.read(file));
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    return flipped;
  }

  @Test
  void killedAndTakenUpItEndsAsIfNothingHadHappened() throws Exception {
    Path file = folder.resolve("checkpoint.bin");
    List<Integer> epochs = new ArrayList<>();
    LearningRun stopped =
        new LearningRun(
            1, Optional.of(file), epoch -> epochs.add(epoch.number()), () -> epochs.size() == 3);
    assertThrows(CancellationException.class, () -> SkipGram.learn(TINY, CONFIG, stopped));
    assertEquals(List.of(1, 2, 3), epochs);

    List<Integer> further = new ArrayList<>();
    SkipGram taken =
        SkipGram.learn(
            TINY, CONFIG, LearningRun.quiet(1).at(file).told(epoch -> further.add(epoch.number())));

    assertEquals(4, further.getFirst());
    assertEquals(CONFIG.epochs(), further.getLast());
    assertSame(learned(CONFIG), taken);
  }

  @Test
  void theCheckpointOfAnotherTrainingIsNotTakenUp() throws InterruptedException {
    Path file = folder.resolve("checkpoint.bin");
    Corpus other = Corpus.of(new GeneratedSequences(2, 6, 0, 60, 6, 0, 2).all(), 1);
    assertEquals(
        CONFIG.epochs(),
        SkipGram.learn(other, CONFIG, LearningRun.quiet(1).at(file)).losses().size());

    assertSame(learned(CONFIG), SkipGram.learn(TINY, CONFIG, LearningRun.quiet(1).at(file)));
  }

  @Test
  void nothingIsLeftHalfWrittenBesideAFile() throws IOException, InterruptedException {
    learned(CONFIG.withEpochs(1)).write(folder.resolve("skip-gram.bin"));

    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("skip-gram.bin")), files.toList());
    }
  }

  @Test
  void numbersStayNumbersAtTheHighestRate() throws InterruptedException {
    SkipGram model = SkipGram.learn(TINY, CONFIG.withRate(1).withEpochs(200), LearningRun.quiet(1));

    for (int id = 1; id <= model.vocabulary().size(); id++) {
      for (float number : model.vector(model.vocabulary().song(id))) {
        assertTrue(Float.isFinite(number));
      }
    }
  }

  @Test
  void aLongPlaylistTeachesNoMoreThanItIsAllowed() throws InterruptedException {
    Corpus corpus = Corpus.of(new GeneratedSequences(2, 50, 0, 3, 2_000, 0.5, 1).all(), 1);
    List<Epoch> epochs = new ArrayList<>();
    SkipGram.learn(corpus, CONFIG.withEpochs(2), LearningRun.quiet(1).told(epochs::add));

    assertEquals(List.of(30_000L, 30_000L), epochs.stream().map(Epoch::pairs).toList());
  }

  @Test
  void songsThatAreEverywhereAreThinnedOut() throws InterruptedException {
    Corpus corpus = Corpus.of(new GeneratedSequences(20, 50, 2, 400, 10, 0.2, 1).all(), 1);
    Config gentle = new Config(32, 10, 5, 10_000, 1, 0.05, 1_000, 1);
    Config strict = new Config(32, 10, 5, 10_000, 1, 0.05, 5, 1);

    assertTrue(pairs(corpus, strict) < 0.95 * pairs(corpus, gentle));
  }

  private static long pairs(Corpus corpus, Config config) throws InterruptedException {
    List<Epoch> epochs = new ArrayList<>();
    SkipGram.learn(corpus, config, LearningRun.quiet(1).told(epochs::add));
    return epochs.getFirst().pairs();
  }

  @Test
  void withoutCompanyThereIsNothingToLearn() {
    Corpus alone = Corpus.of(List.of(List.of("one"), List.of("two")), 1);

    assertThrows(
        IllegalArgumentException.class, () -> SkipGram.learn(alone, CONFIG, LearningRun.quiet(1)));
  }

  private static SkipGram learned(Config config) throws InterruptedException {
    return SkipGram.learn(TINY, config, LearningRun.quiet(1));
  }

  private static void assertSame(SkipGram one, SkipGram other) {
    assertEquals(one.config(), other.config());
    assertEquals(one.losses(), other.losses());
    assertEquals(one.vocabulary().size(), other.vocabulary().size());
    for (int id = 1; id <= one.vocabulary().size(); id++) {
      String song = one.vocabulary().song(id);
      assertEquals(song, other.vocabulary().song(id));
      assertEquals(one.vocabulary().count(id), other.vocabulary().count(id));
      assertArrayEquals(one.vector(song), other.vector(song));
      assertArrayEquals(one.outputs()[id], other.outputs()[id]);
    }
  }
}
