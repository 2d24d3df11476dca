package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.onnx.EncoderConfig.Family;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.Objective.InBatchNegatives;
import io.chihiro.models.torch.Objective.TripletMargin;
import io.chihiro.models.torch.Restraint.Leaving;
import io.chihiro.models.torch.Schedule.WarmUpLinear;
import io.chihiro.models.torch.TrainingRun.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {
  private static final List<TextTriplet> EIGHT =
      List.of(
          new TextTriplet("song 1", "rain all day", "the sea and tea", "party and run"),
          new TextTriplet("song 2", "the sea and tea", "rain all day", "work and work"),
          new TextTriplet("song 3", "party and run", "snow and the song", "tea"),
          new TextTriplet("song 4", "snow and the song", "party and run", "rain all day"),
          new TextTriplet("song 5", "work and work", "exam and train", "the sea and tea"),
          new TextTriplet("song 6", "exam and train", "work and work", "snow and the song"),
          new TextTriplet("song 7", "tea", "rain all day", "exam and train"),
          new TextTriplet("song 8", "the sea and tea", "tea", "party and run"));
  private static final List<String> GENERAL =
      List.of("i was home", "the train was north", "a song and a run");

  @TempDir Path folder;

  private Pretrained tiny;

  @BeforeEach
  void writeTheModel() throws IOException {
    tiny = Pretrained.huggingFace("tiny", TinyEncoder.write(folder.resolve("tiny"), Family.BERT));
  }

  @Test
  void eightTripletsAreLearnedByHeart() {
    TrainingLog log = tune(recipe(TripletMargin.PAPER, 40), "heart").log();

    assertEquals(1.0, Math.floor(best(log)), "every triplet comes out right");
    assertTrue(log.epochs().getLast().loss() < log.epochs().getFirst().loss() / 4);
  }

  @Test
  void eightTripletsAreLearnedFromEachOther() {
    TrainingLog log = tune(recipe(new InBatchNegatives(20, 8), 80), "others").log();

    assertTrue(log.epochs().getLast().loss() < log.epochs().getFirst().loss() / 2);
  }

  @Test
  void oneStepLowersTheLoss() {
    List<Progress> steps = new ArrayList<>();
    TrainingRun run =
        new TrainingRun(folder.resolve("step"), steps::add, () -> false, InstantSource.system());

    FineTuning.tune(tiny, recipe(new TripletMargin(0.5, 8), 2), EIGHT, EIGHT, List.of(), run);

    assertTrue(steps.get(1).loss() < steps.get(0).loss());
    assertEquals(2, steps.get(1).steps());
    assertEquals(0, steps.get(1).left().toNanos());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Recipe recipe = withDropout(recipe(TripletMargin.PAPER, 2));

    assertSame(tune(recipe, "a").weights(), tune(recipe, "b").weights());
  }

  @Test
  void aTrainingThatWasStoppedGoesOnAsIfItHadNotBeen() {
    Recipe recipe = withDropout(recipe(TripletMargin.PAPER, 3));
    Tuned undisturbed = tune(recipe, "undisturbed");
    List<Progress> steps = new ArrayList<>();
    TrainingRun stopped =
        new TrainingRun(
            folder.resolve("stopped"), steps::add, () -> steps.size() == 6, InstantSource.system());
    assertThrows(
        CancellationException.class,
        () -> FineTuning.tune(tiny, recipe, EIGHT, EIGHT, List.of(), stopped));

    Tuned resumed = tune(recipe, "stopped");

    assertSame(undisturbed.weights(), resumed.weights());
    assertEquals(undisturbed.log().epochs(), resumed.log().epochs());
    assertEquals(undisturbed.log().steps(), resumed.log().steps());
  }

  @Test
  void anotherTrainingsCheckpointIsNotTakenUp() {
    TrainingRun stopped =
        new TrainingRun(folder.resolve("other"), _ -> {}, () -> true, InstantSource.system());
    assertThrows(
        CancellationException.class,
        () ->
            FineTuning.tune(
                tiny, recipe(TripletMargin.PAPER, 5), EIGHT, EIGHT, List.of(), stopped));

    Recipe recipe = recipe(TripletMargin.PAPER, 2);

    assertSame(tune(recipe, "fresh").weights(), tune(recipe, "other").weights());
  }

  @Test
  void whatIsFrozenStays() {
    Restraint restraint = new Restraint(true, 1, new Leaving.Free());
    Weights tuned = tune(recipe(TripletMargin.PAPER, 2).with(restraint), "frozen").weights();

    for (String name : tuned.names()) {
      boolean frozen = name.startsWith("embeddings.") || name.startsWith("encoder.layer.0.");
      boolean same = Arrays.equals(tuned.get(name).values(), tiny.weights().get(name).values());
      // A key's bias adds the same to every score of a row, which softmax does not see.
      assertTrue(frozen == same || name.endsWith("key.bias"), name);
    }
  }

  @Test
  void leavingTheBaseCanBeMadeDear() {
    Recipe free = recipe(TripletMargin.PAPER, 10);
    Restraint pull = new Restraint(false, 0, new Leaving.L2Sp(1));
    Restraint echo = new Restraint(false, 0, new Leaving.Distillation(20, 3));

    double freely = kept(tune(free, "free").weights());

    assertTrue(kept(tune(free.with(pull), "pull").weights()) > freely);
    assertTrue(kept(tune(free.with(echo), "echo").weights()) > freely);
  }

  @Test
  void theShareThatScoresBestIsKept() {
    Weights tuned = tune(recipe(TripletMargin.PAPER, 10), "share").weights();

    var share =
        FineTuning.interpolate(
            tiny.weights(), tuned, List.of(1.0, 0.5, 0.0), FineTuningTest.this::kept);

    assertEquals(0.0, share.share());
    assertEquals(1.0, share.score(), 1e-5);
  }

  @Test
  void tunedWeightsAreServedAsTheyWereTrained() {
    Weights tuned = tune(recipe(TripletMargin.PAPER, 5), "served").weights();
    List<float[]> trained = FineTuning.vectors(tiny, tuned, 32, GENERAL);

    try (TextEncoder served = tiny.encoder(tuned, Precision.FULL, 1)) {
      for (int i = 0; i < GENERAL.size(); i++) {
        assertArrayEquals(trained.get(i), served.encode(GENERAL.get(i)), 1e-5f);
      }
    }
  }

  @Test
  void theBuiltInEncoderIsTunedAndServed() throws Exception {
    Pretrained miniLm = Pretrained.builtIn();
    Recipe recipe = Recipe.careful(1).withMostSteps(2);
    Tuned tuned =
        FineTuning.tune(
            miniLm, recipe, EIGHT, EIGHT, List.of(), TrainingRun.quiet(folder.resolve("miniLm")));
    List<float[]> trained = FineTuning.vectors(miniLm, tuned.weights(), 128, GENERAL);

    try (TextEncoder served = miniLm.encoder(tuned.weights(), Precision.FULL, 1);
        TextEncoder small = miniLm.encoder(tuned.weights(), Precision.INT8, 1)) {
      for (int i = 0; i < GENERAL.size(); i++) {
        assertArrayEquals(trained.get(i), served.encode(GENERAL.get(i)), 1e-5f);
        assertTrue(Vectors.dot(trained.get(i), small.encode(GENERAL.get(i))) > 0.98);
      }
    }
  }

  private Tuned tune(Recipe recipe, String run) {
    return FineTuning.tune(
        tiny, recipe, EIGHT, EIGHT, GENERAL, TrainingRun.quiet(folder.resolve(run)));
  }

  /// The mean cosine between base and tuned vectors of the general sentences.
  private double kept(Weights weights) {
    List<float[]> before = FineTuning.vectors(tiny, tiny.weights(), 32, GENERAL);
    List<float[]> after = FineTuning.vectors(tiny, weights, 32, GENERAL);
    double sum = 0;
    for (int i = 0; i < GENERAL.size(); i++) {
      sum += Vectors.dot(before.get(i), after.get(i));
    }
    return sum / GENERAL.size();
  }

  private static double best(TrainingLog log) {
    return log.epochs().get(log.bestEpoch() - 1).score();
  }

  private static Recipe recipe(Objective objective, int epochs) {
    LoopOptions loop =
        new LoopOptions(
            epochs, Long.MAX_VALUE, epochs, new WarmUpLinear(3e-3, 0.1), 0.01, 1, 1000, 5);
    return new Recipe(objective, loop, Restraint.NONE, 32, 0);
  }

  private static Recipe withDropout(Recipe recipe) {
    return new Recipe(recipe.objective(), recipe.loop(), recipe.restraint(), 32, 0.1);
  }

  private static void assertSame(Weights expected, Weights actual) {
    for (String name : expected.names()) {
      assertArrayEquals(expected.get(name).values(), actual.get(name).values(), name);
    }
  }
}
