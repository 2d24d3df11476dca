package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.chihiro.models.tastes.GeneratedTastes;
import io.chihiro.models.tastes.LeaveOneOut;
import io.chihiro.models.tastes.MostTaken;
import io.chihiro.models.tastes.TasteReport;
import io.chihiro.models.tastes.TasteTable;
import io.chihiro.models.torch.TowerSampling.Batch;
import io.chihiro.models.torch.TowerStart.Sizes;
import io.chihiro.models.torch.TwoTowers.Config;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoTowersTest {
  private static final int TEXT = 12;
  private static final LeaveOneOut SPLIT =
      LeaveOneOut.of(GeneratedTastes.small().all(1).core(5), 1);

  @TempDir Path folder;

  @Test
  void towersTellKindsApartAndPopularityDoesNot() {
    TwoTowers.Trained trained = train(35, "kinds");
    TasteReport report = TasteReport.of(SPLIT, List.of(new MostTaken(SPLIT), trained.scores()), 1);

    assertTrue(report.gain(TwoTowers.NAME, MostTaken.NAME, 1).aboveZero(), TasteTable.of(report));
    List<TrainingLog.Epoch> epochs = trained.log().epochs();
    assertTrue(epochs.getLast().loss() < epochs.getFirst().loss());
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    assertArrayEquals(train(2, "a").scores().scores(3), train(2, "b").scores().scores(3));
  }

  @Test
  void noKnownPositiveIsANegative() {
    TowerSampling sampling = new TowerSampling(SPLIT, 32, 40, 1);
    for (Batch batch : sampling.batches(1)) {
      float[] unfit = sampling.unfit(batch, -9);
      int[] candidates = batch.candidates();
      for (int row = 0; row < batch.pairs().size(); row++) {
        int[] own = SPLIT.learned(batch.users()[row]);
        for (int column = 0; column < candidates.length; column++) {
          boolean positive = Arrays.binarySearch(own, candidates[column]) >= 0 && column != row;
          assertEquals(positive ? -9 : 0, unfit[row * candidates.length + column]);
        }
      }
    }
  }

  @Test
  void negativesAreDrawnAnewInEveryEpochAndAlikeForASeed() {
    TowerSampling sampling = new TowerSampling(SPLIT, 32, 40, 1);

    assertEquals(sampling.batches(1), new TowerSampling(SPLIT, 32, 40, 1).batches(1));
    assertFalse(
        sampling.batches(1).getFirst().drawn().equals(sampling.batches(2).getFirst().drawn()));
  }

  @Test
  void theScorerIsTheOneThatIsWrittenPairByPair() {
    Config config = config(1);
    try (Parameters parameters = TowerStart.of(config, new Sizes(2, 1, 3, 1, 1, TEXT));
        NDManager step = parameters.newStep()) {
      // A bias of zeros would prove nothing of the sums.
      float[] bias = normal(config.width(), 4);
      parameters.get(TowerStart.DOT_BIAS).set(bias);
      TowerLayers layers = new TowerLayers(config, parameters);
      NDArray users = step.create(normal(2 * config.width(), 5), new Shape(2, config.width()));
      NDArray items = step.create(normal(3 * config.width(), 6), new Shape(3, config.width()));

      float[] all = layers.scores(users, items).toFloatArray();
      for (int user = 0; user < 2; user++) {
        for (int item = 0; item < 3; item++) {
          NDArray pair = users.get(user).expandDims(0).concat(items.get(item).expandDims(0), 0);
          assertEquals(
              literal(parameters, layers, pair, config.width()), all[3 * user + item], 1e-4f);
        }
      }
    }
  }

  // E·(EᵀW + b), flattened: 2 x D -> 1
  private static float literal(Parameters parameters, TowerLayers layers, NDArray pair, int width) {
    NDArray inner =
        pair.transpose()
            .matMul(parameters.get(TowerStart.DOT_WEIGHT))
            .add(parameters.get(TowerStart.DOT_BIAS));
    NDArray flat = pair.matMul(inner).reshape(1, 2L * width);
    return layers.scored(layers.linear(flat, "scorer.0")).toFloatArray()[0];
  }

  private TwoTowers.Trained train(int epochs, String run) {
    List<float[]> texts =
        IntStream.range(0, SPLIT.items().size()).mapToObj(item -> normal(TEXT, item)).toList();
    return TwoTowers.train(
        config(epochs), SPLIT, texts, "", TrainingRun.quiet(folder.resolve(run)));
  }

  private static Config config(int epochs) {
    LoopOptions loop =
        new LoopOptions(
            epochs, Long.MAX_VALUE, epochs, new Schedule.Cosine(5e-3, 1e-3), 1e-2, 1, 1000, 3);
    return new Config(8, 8, 16, 0, 64, 32, loop);
  }

  private static float[] normal(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
