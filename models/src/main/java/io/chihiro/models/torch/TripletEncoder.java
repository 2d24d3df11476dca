package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.chihiro.models.DenseLayers;
import java.util.ArrayList;
import java.util.List;

/// Learns a smaller space in which days of one song lie close: the VAE's encoder without its
/// decoder, trained on triplets (Schroff et al. 2015, arXiv:1503.03832). It is what S0's log really
/// shows.
///
/// `loss = mean max(0, cos(a,n) − cos(a,p) + margin)`; served is the output at length one.
///
/// in → 512 → 256 → 128, hidden layers with BatchNorm, ReLU and dropout: 559,488 numbers for an
/// input of 768.
public final class TripletEncoder implements AutoCloseable {
  private static final List<String> ENCODER = List.of("encoder.0", "encoder.1");
  private static final String OUTPUT = "output";

  private final Config config;
  private final List<VectorTriplet> training;
  private final List<VectorTriplet> validation;
  private final Parameters parameters;
  private final DenseNet net;

  /// Its numbers.
  ///
  /// @param wide numbers in the hidden layer beside the input
  /// @param narrow numbers in the hidden layer beside the output
  /// @param latent numbers in what is served
  /// @param margin by which the positive is to be closer than the negative
  /// @param batch triplets of one step
  /// @param loop how it is trained
  public record Config(
      int wide, int narrow, int latent, double margin, int batch, LoopOptions loop) {

    /// The VAE's sizes, optimiser and schedule, and the fine-tuning's margin.
    public static Config usual(long seed) {
      return new Config(512, 256, 128, 0.5, 32, DenseTraining.loop(50, seed));
    }
  }

  /// Three vectors of an encoder: two of days of one song, one of a stranger's day.
  public static final class VectorTriplet {
    private final List<float[]> vectors;

    /// Of vectors of one width.
    public VectorTriplet(float[] anchor, float[] positive, float[] negative) {
      this.vectors = List.of(anchor, positive, negative);
    }
  }

  /// What came of it.
  public record Trained(DenseLayers layers, TrainingLog log) {}

  private TripletEncoder(
      Config config, List<VectorTriplet> training, List<VectorTriplet> validation) {
    this.config = config;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    int inputs = training.getFirst().vectors.getFirst().length;
    this.parameters =
        new DenseNet.Start(config.loop().seed())
            .hidden(ENCODER.get(0), inputs, config.wide())
            .hidden(ENCODER.get(1), config.wide(), config.narrow())
            .linear(OUTPUT, config.narrow(), config.latent())
            .parameters();
    this.net = new DenseNet(parameters);
  }

  /// Trains on vectors of any width; the triplets of `validation` choose the best epoch by the
  /// share that comes out right.
  public static Trained train(
      Config config,
      List<VectorTriplet> training,
      List<VectorTriplet> validation,
      TrainingRun run) {
    DenseTraining.requireEnough(training.size(), validation.size());
    try (TripletEncoder encoder = new TripletEncoder(config, training, validation)) {
      List<float[]> anchors = training.stream().map(t -> t.vectors.getFirst()).toList();
      String name = "triplet-encoder %s %x".formatted(config, DenseTraining.hash(anchors));
      TrainingLog log = DenseTraining.run(encoder.learner(), config.loop(), run, name);
      return new Trained(DenseNet.served(encoder.parameters.weights(), ENCODER, OUTPUT), log);
    }
  }

  @Override
  public void close() {
    parameters.close();
  }

  private Learner<List<VectorTriplet>> learner() {
    return new Learner<>() {
      @Override
      public Parameters parameters() {
        return parameters;
      }

      @Override
      public List<List<VectorTriplet>> batches(int epoch) {
        return Batches.shuffled(training, config.batch(), config.loop().seed(), epoch);
      }

      @Override
      public NDArray loss(NDManager step, List<VectorTriplet> batch) {
        return gaps(step, batch, true).neg().add(config.margin()).maximum(0f).mean();
      }

      @Override
      public double score() {
        return validationScore();
      }
    };
  }

  // How much closer the positive is than the negative: B
  private NDArray gaps(NDManager step, List<VectorTriplet> batch, boolean training) {
    List<float[]> rows = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      for (VectorTriplet triplet : batch) {
        rows.add(triplet.vectors.get(part));
      }
    }
    NDArray vectors = Transformer.unit(encoded(DenseNet.rows(step, rows), training));
    NDArray anchors = part(vectors, 0);
    NDArray closer = part(vectors, 1).sub(part(vectors, 2));
    return anchors.mul(closer).sum(new int[] {1});
  }

  // 3B x in -> 3B x 128
  private NDArray encoded(NDArray x, boolean training) {
    NDArray h = x;
    for (String name : ENCODER) {
      h = net.hidden(h, name, training);
    }
    return net.linear(h, OUTPUT);
  }

  private static NDArray part(NDArray vectors, int third) {
    long size = vectors.getShape().get(0) / 3;
    return vectors.get(new NDIndex("{}:{}", third * size, (third + 1) * size));
  }

  private double validationScore() {
    double right = 0;
    for (List<VectorTriplet> batch : Batches.inOrder(validation, config.batch())) {
      try (NDManager step = parameters.newStep()) {
        for (float gap : gaps(step, batch, false).toFloatArray()) {
          right += (gap > 0 ? 1 : 0) + EncoderLearner.TIE * gap;
        }
      }
    }
    return right / validation.size();
  }
}
