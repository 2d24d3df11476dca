package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.chihiro.models.DenseLayers;
import java.util.List;

/// Learns a smaller space in which the life's days lie smoothly: a variational autoencoder over an
/// encoder's vectors (Kingma and Welling 2013, arXiv:1312.6114; Higgins et al. 2017 for β).
///
/// `loss = mean (x̂ − x)² + β · mean −½(1 + log σ² − μ² − σ²)`, `z = μ + σ·ε`; served is `μ / |μ|`.
///
/// in → 512 → 256 → (μ, log σ²: 128) → 256 → 512 → in, hidden layers with BatchNorm, ReLU and
/// dropout.
public final class Vae implements AutoCloseable {
  private static final List<String> ENCODER = List.of("encoder.0", "encoder.1");
  private static final List<String> DECODER = List.of("decoder.0", "decoder.1");
  private static final String MEAN = "mean";
  private static final String LOG_VARIANCE = "log_variance";
  private static final String OUTPUT = "output";

  /// Examples looked at together when nothing is learned.
  private static final int CHECKED_AT_ONCE = 256;

  private final Config config;
  private final List<float[]> training;
  private final List<float[]> validation;
  private final Parameters parameters;
  private final DenseNet net;

  /// Its numbers.
  ///
  /// @param wide numbers in the hidden layer beside the input
  /// @param narrow numbers in the hidden layer beside the latent one
  /// @param latent numbers in what is served
  /// @param beta how much a smooth space counts beside a faithful one
  /// @param batch examples of one step
  /// @param loop how it is trained
  public record Config(int wide, int narrow, int latent, double beta, int batch, LoopOptions loop) {

    /// S0's sizes, optimiser and schedule. Its β of 1 is not: a unit vector's numbers have a mean
    /// square of 1/384, so with 1 the second term is all there is, and every text gets the same μ.
    public static Config usual(long seed) {
      return new Config(512, 256, 128, 1e-4, 32, DenseTraining.loop(50, seed));
    }
  }

  /// What came of it.
  public record Trained(DenseLayers layers, TrainingLog log) {}

  private Vae(Config config, List<float[]> training, List<float[]> validation) {
    this.config = config;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    int inputs = training.getFirst().length;
    this.parameters =
        new DenseNet.Start(config.loop().seed())
            .hidden(ENCODER.get(0), inputs, config.wide())
            .hidden(ENCODER.get(1), config.wide(), config.narrow())
            .linear(MEAN, config.narrow(), config.latent())
            .linear(LOG_VARIANCE, config.narrow(), config.latent())
            .hidden(DECODER.get(0), config.latent(), config.narrow())
            .hidden(DECODER.get(1), config.narrow(), config.wide())
            .linear(OUTPUT, config.wide(), inputs)
            .parameters();
    this.net = new DenseNet(parameters);
  }

  /// Trains on vectors of any width; those of `validation` choose the best epoch.
  public static Trained train(
      Config config, List<float[]> training, List<float[]> validation, TrainingRun run) {
    DenseTraining.requireEnough(training.size(), validation.size());
    try (Vae vae = new Vae(config, training, validation)) {
      String name = "vae %s %x".formatted(config, DenseTraining.hash(training));
      TrainingLog log = DenseTraining.run(vae.learner(), config.loop(), run, name);
      return new Trained(DenseNet.served(vae.parameters.weights(), ENCODER, MEAN), log);
    }
  }

  @Override
  public void close() {
    parameters.close();
  }

  private Learner<List<float[]>> learner() {
    return new Learner<>() {
      @Override
      public Parameters parameters() {
        return parameters;
      }

      @Override
      public List<List<float[]>> batches(int epoch) {
        return Batches.shuffled(training, config.batch(), config.loop().seed(), epoch);
      }

      @Override
      public NDArray loss(NDManager step, List<float[]> batch) {
        return Vae.this.loss(DenseNet.rows(step, batch), true);
      }

      @Override
      public double score() {
        return -validationLoss();
      }
    };
  }

  // x: B x in; everything latent: B x 128
  private NDArray loss(NDArray x, boolean training) {
    NDArray h = x;
    for (String name : ENCODER) {
      h = net.hidden(h, name, training);
    }
    NDArray mean = net.linear(h, MEAN);
    NDArray logVariance = net.linear(h, LOG_VARIANCE);
    NDArray latent = training ? sampled(mean, logVariance) : mean;
    NDArray faithful = decoded(latent, training).sub(x).square().mean();
    NDArray smooth = logVariance.add(1).sub(mean.square()).sub(logVariance.exp()).mean().mul(-0.5);
    return faithful.add(smooth.mul(config.beta()));
  }

  private static NDArray sampled(NDArray mean, NDArray logVariance) {
    NDArray noise = mean.getManager().randomNormal(0, 1, mean.getShape(), DataType.FLOAT32);
    return mean.add(logVariance.mul(0.5).exp().mul(noise));
  }

  private NDArray decoded(NDArray latent, boolean training) {
    NDArray h = latent;
    for (String name : DECODER) {
      h = net.hidden(h, name, training);
    }
    return net.linear(h, OUTPUT);
  }

  private double validationLoss() {
    double sum = 0;
    for (List<float[]> batch : Batches.inOrder(validation, CHECKED_AT_ONCE)) {
      try (NDManager step = parameters.newStep()) {
        sum += TrainingLoop.number(loss(DenseNet.rows(step, batch), false)) * batch.size();
      }
    }
    return sum / validation.size();
  }
}
