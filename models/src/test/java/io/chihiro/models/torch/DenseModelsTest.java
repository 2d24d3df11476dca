package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.DenseLayers;
import io.chihiro.models.Vectors;
import io.chihiro.models.torch.TripletEncoder.VectorTriplet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenseModelsTest {
  private static final int WIDTH = 20;

  @TempDir Path folder;

  @Test
  void theVaeLearnsEightVectorsByHeart() {
    TrainingLog log = vae(vectors(8), 200, "heart").log();

    double best = log.epochs().get(log.bestEpoch() - 1).score();
    double meanSquare = 1.0 / WIDTH;
    assertTrue(best > -meanSquare / 4, "the loss is still " + -best);
  }

  @Test
  void aFewStepsLowerTheLoss() {
    List<TrainingLog.Epoch> epochs = vae(vectors(8), 10, "few").log().epochs();

    assertTrue(epochs.getLast().loss() < epochs.getFirst().loss());
  }

  @Test
  void theTripletEncoderLearnsEightTripletsByHeart() {
    TrainingLog log = tripletEncoder(30, "heart").log();

    double best = log.epochs().get(log.bestEpoch() - 1).score();
    assertEquals(1.0, Math.floor(best), "every triplet comes out right");
    assertTrue(log.epochs().getLast().loss() < log.epochs().getFirst().loss());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() throws IOException {
    assertEquals(
        -1,
        Files.mismatch(
            written("a", vae(vectors(8), 3, "a").layers()),
            written("b", vae(vectors(8), 3, "b").layers())));
    assertEquals(
        -1,
        Files.mismatch(
            written("c", tripletEncoder(3, "c").layers()),
            written("d", tripletEncoder(3, "d").layers())));
  }

  private Path written(String name, DenseLayers layers) throws IOException {
    Path file = folder.resolve(name + ".bin");
    layers.write(file);
    return file;
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    DenseLayers layers = tripletEncoder(2, "written").layers();
    Path file = folder.resolve("layers.bin");
    layers.write(file);
    float[] question = vectors(1).getFirst();

    assertArrayEquals(layers.of(question), DenseLayers.read(file).of(question));
  }

  @Test
  void aFileThatIsCutOffIsNamed() throws IOException {
    Path file = folder.resolve("layers.bin");
    tripletEncoder(1, "cut").layers().write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));

    BrokenModelException broken =
        assertThrows(BrokenModelException.class, () -> DenseLayers.read(file));

    assertTrue(broken.toString().contains("layers.bin"), broken.toString());
  }

  @Test
  void whatIsServedIsWhatWasTrainedWithItsNormsFoldedIn() {
    DenseNet.Start start =
        new DenseNet.Start(1).hidden("one", WIDTH, 12).hidden("two", 12, 8).linear("out", 8, 5);
    try (Parameters parameters = start.parameters();
        NDManager step = parameters.newStep()) {
      DenseNet net = new DenseNet(parameters);
      NDArray x = DenseNet.rows(step, vectors(8));
      // Running means that are not what they began with.
      NDArray _ = net.hidden(net.hidden(x, "one", true), "two", true);

      NDArray trained = net.linear(net.hidden(net.hidden(x, "one", false), "two", false), "out");
      DenseLayers served = DenseNet.served(parameters.weights(), List.of("one", "two"), "out");

      assertArrayEquals(trained.get(3).toFloatArray(), served.of(vectors(8).get(3)), 1e-5f);
    }
  }

  @Test
  void theTripletEncoderHasAsManyNumbersAsTheirLogShows() {
    int numbers =
        new DenseNet.Start(1)
                .hidden("one", 768, 512)
                .hidden("two", 512, 256)
                .linear("out", 256, 128)
                .parameters()
                .trained()
                .values()
                .stream()
                .mapToInt(array -> Math.toIntExact(array.size()))
                .sum();

    assertEquals(559_488, numbers);
  }

  private Vae.Trained vae(List<float[]> vectors, int epochs, String run) {
    var config = new Vae.Config(64, 48, 16, 1e-4, 8, quick(epochs));
    return Vae.train(config, vectors, vectors, TrainingRun.quiet(folder.resolve(run)));
  }

  private TripletEncoder.Trained tripletEncoder(int epochs, String run) {
    var config = new TripletEncoder.Config(32, 24, 16, 0.5, 8, quick(epochs));
    return TripletEncoder.train(
        config, triplets(), triplets(), TrainingRun.quiet(folder.resolve(run)));
  }

  private static LoopOptions quick(int epochs) {
    return new LoopOptions(
        epochs, Long.MAX_VALUE, epochs, new Schedule.Cosine(1e-2, 1e-3), 1e-4, 1, 1000, 3);
  }

  private static List<VectorTriplet> triplets() {
    List<float[]> vectors = vectors(24);
    List<VectorTriplet> triplets = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      triplets.add(new VectorTriplet(vectors.get(i), vectors.get(8 + i), vectors.get(16 + i)));
    }
    return triplets;
  }

  private static List<float[]> vectors(int count) {
    Random random = new Random(9);
    return IntStream.range(0, count).mapToObj(_ -> vector(random)).toList();
  }

  private static float[] vector(Random random) {
    float[] vector = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.unit(vector);
  }
}
