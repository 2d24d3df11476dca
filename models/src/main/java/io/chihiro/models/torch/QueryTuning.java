package io.chihiro.models.torch;

import io.chihiro.models.lines.LinePair;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.Schedule.WarmUpLinear;
import java.util.List;
import java.util.Map;

/// Moves the encoder of what is asked towards vectors that stay: what somebody says of a line is to
/// lie closest to that line (Henderson et al. 2017, arXiv:1705.00652, with one side fixed).
///
/// `loss = −ln( exp(s·cos(q, l)) / Σ over the batch's lines l' of exp(s·cos(q, l')) )`.
///
/// Lines keep the base's vectors, so whatever is indexed stays valid.
public final class QueryTuning {
  /// How the encoder is tuned.
  ///
  /// @param scale of cosines, which are too alike for a softmax as they are
  /// @param batch pairs of one step: the others' lines are the negatives
  /// @param frozenLayers how many of the lowest layers stay; the tables of words always do
  /// @param tokens of what is asked that are read, the marks at the ends included
  /// @param dropout share of the activations that a step leaves out
  /// @param loop how the training goes
  public record Config(
      double scale, int batch, int frozenLayers, int tokens, double dropout, LoopOptions loop) {
    /// What MiniLM is tuned with.
    public static Config usual(long seed) {
      LoopOptions loop =
          new LoopOptions(
              40, // epochs: a hundred pairs make four steps each, and the best epoch is kept
              400, // steps: some minutes on two cores
              3, // patience: one bad epoch may be chance
              new WarmUpLinear(5e-5, 0.1), // as Recipe.careful moves what is not frozen
              0.01, // weight decay: sentence-transformers' own
              1.0, // clip: the same
              50, // a checkpoint about every half minute
              seed);
      return new Config(
          20, // sentence-transformers' own
          32, // lines cost nothing here, so there is room for more negatives than Recipe's 8
          3, // the lower half stays, for what is asked in other words than explanations
          96, // an explanation is two or three sentences
          0.1, // what the encoder itself was trained with
          loop);
    }

    /// The same with another loop.
    public Config with(LoopOptions other) {
      return new Config(scale, batch, frozenLayers, tokens, dropout, other);
    }
  }

  private QueryTuning() {}

  /// Tunes an encoder.
  ///
  /// @param validation pairs of songs that are not in training; they choose the best epoch
  /// @param lines unit vectors of the lines of both, by text: they stay
  /// @throws java.util.concurrent.CancellationException if the run was cancelled
  public static Tuned tune(
      Pretrained pretrained,
      Config config,
      List<LinePair> training,
      List<LinePair> validation,
      Map<String, float[]> lines,
      TrainingRun run) {
    if (training.size() < 2 || validation.isEmpty()) {
      throw new IllegalArgumentException("tuning needs pairs to learn and to check");
    }
    try (var learner = new QueryLearner(pretrained, config, training, validation, lines)) {
      String name = "%s %s %x".formatted(pretrained.version(), config, training.hashCode());
      TrainingLog log = new TrainingLoop<>(learner, config.loop(), run, name).run();
      return new Tuned(learner.parameters().weights(), log);
    }
  }
}
