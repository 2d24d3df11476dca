package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.Vectors;
import io.chihiro.models.lines.LinePair;
import io.chihiro.models.onnx.EncoderConfig.Family;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.QueryTuning.Config;
import io.chihiro.models.torch.Schedule.WarmUpLinear;
import io.chihiro.models.torch.TrainingRun.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTuningTest {
  private static final List<LinePair> EIGHT =
      List.of(
          new LinePair("song 1", "rain all day", "a"),
          new LinePair("song 2", "the sea and tea", "b"),
          new LinePair("song 3", "party and run", "c"),
          new LinePair("song 4", "snow and the song", "d"),
          new LinePair("song 5", "work and work", "e"),
          new LinePair("song 6", "exam and train", "f"),
          new LinePair("song 7", "tea", "g"),
          new LinePair("song 8", "home north", "h"));
  private static final Map<String, float[]> LINES = lines();

  @TempDir Path folder;

  private Pretrained tiny;

  @BeforeEach
  void writeTheModel() throws IOException {
    tiny = Pretrained.huggingFace("tiny", TinyEncoder.write(folder.resolve("tiny"), Family.BERT));
  }

  @Test
  void eightPairsAreLearnedByHeartAndTheirLinesStay() {
    TrainingLog log = tune(config(120, 0), "heart").log();

    assertEquals(1, log.epochs().get(log.bestEpoch() - 1).score(), 1e-9, "each line comes first");
    assertTrue(log.epochs().getLast().loss() < log.epochs().getFirst().loss() / 4);
  }

  @Test
  void oneStepLowersTheLoss() {
    List<Progress> steps = new ArrayList<>();
    TrainingRun run =
        new TrainingRun(folder.resolve("step"), steps::add, () -> false, InstantSource.system());

    QueryTuning.tune(tiny, config(2, 0), EIGHT, EIGHT, LINES, run);

    assertTrue(steps.get(1).loss() < steps.get(0).loss());
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAStoppedTrainingGoesOn() {
    Tuned undisturbed = tune(config(4, 0.1), "undisturbed");
    List<Progress> steps = new ArrayList<>();
    TrainingRun stopped =
        new TrainingRun(
            folder.resolve("stopped"), steps::add, () -> steps.size() == 2, InstantSource.system());
    assertThrows(
        CancellationException.class,
        () -> QueryTuning.tune(tiny, config(4, 0.1), EIGHT, EIGHT, LINES, stopped));

    assertSame(undisturbed.weights(), tune(config(4, 0.1), "again").weights());
    assertSame(undisturbed.weights(), tune(config(4, 0.1), "stopped").weights());
  }

  @Test
  void whatMayBeRightAsWellIsNoNegative() {
    LinePair own = new LinePair("song", "said", "sung");

    assertTrue(QueryLearner.alike(own, new LinePair("cover", "else", "sung")));
    assertTrue(QueryLearner.alike(own, new LinePair("other", "said", "else")));
    assertTrue(QueryLearner.alike(own, new LinePair("song", "else", "another")));
    assertFalse(QueryLearner.alike(own, new LinePair("other", "else", "another")));
  }

  @Test
  void withoutPairsNothingIsLearned() {
    TrainingRun run = TrainingRun.quiet(folder.resolve("none"));

    assertThrows(
        IllegalArgumentException.class,
        () -> QueryTuning.tune(tiny, config(1, 0), List.of(), EIGHT, LINES, run));
  }

  private Tuned tune(Config config, String run) {
    return QueryTuning.tune(
        tiny, config, EIGHT, EIGHT, LINES, TrainingRun.quiet(folder.resolve(run)));
  }

  private static Config config(int epochs, double dropout) {
    LoopOptions loop =
        new LoopOptions(
            epochs, Long.MAX_VALUE, epochs, new WarmUpLinear(3e-3, 0.1), 0.01, 1, 1000, 5);
    return new Config(20, 8, 0, 32, dropout, loop);
  }

  private static Map<String, float[]> lines() {
    Random random = new Random(3);
    Map<String, float[]> lines = new HashMap<>();
    for (LinePair pair : EIGHT) {
      float[] vector = new float[TinyEncoder.HIDDEN];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      lines.put(pair.line(), Vectors.unit(vector));
    }
    return lines;
  }

  private static void assertSame(Weights expected, Weights actual) {
    for (String name : expected.names()) {
      assertArrayEquals(expected.get(name).values(), actual.get(name).values(), name);
    }
  }
}
