package io.chihiro.models.torch;

import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.Parameters.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/// Moves an encoder so that days of one song lie close and days of strangers do not (Reimers and
/// Gurevych 2019, arXiv:1908.10084), and finds how far it should have moved.
public final class FineTuning {
  /// What came of it.
  ///
  /// @param weights the tuned encoder's, all of them
  public record Tuned(Weights weights, TrainingLog log) {}

  /// How much of the tuned weights is kept, and how good that is.
  ///
  /// @param share 1 keeps the tuned weights, 0 the base's
  public record Share(double share, double score, Weights weights) {}

  private FineTuning() {}

  /// Fine-tunes an encoder.
  ///
  /// @param validation triplets none of whose texts are in training; they choose the best epoch
  /// @param general sentences that have nothing to do with the life; only distillation needs them
  /// @throws CancellationException if the run was cancelled
  public static Tuned tune(
      Pretrained pretrained,
      Recipe recipe,
      List<TextTriplet> training,
      List<TextTriplet> validation,
      List<String> general,
      TrainingRun run) {
    if (training.isEmpty() || validation.isEmpty()) {
      throw new IllegalArgumentException("fine-tuning needs triplets to learn and to check");
    }
    try (var learner = new EncoderLearner(pretrained, recipe, training, validation, general)) {
      String name = "%s %s %x".formatted(pretrained.version(), recipe, training.hashCode());
      TrainingLog log = new TrainingLoop<>(learner, recipe.loop(), run, name).run();
      return new Tuned(learner.parameters().weights(), log);
    }
  }

  /// Mixes tuned and base weights (Wortsman et al. 2022, arXiv:2109.01903) and keeps the share
  /// that scores best; of equals the one nearer to the base.
  ///
  /// @param shares in which to mix, e.g. 0.25, 0.5, 0.75, 1
  /// @param score of mixed weights on what was held out, the larger the better
  public static Share interpolate(
      Weights base, Weights tuned, List<Double> shares, ToDoubleFunction<Weights> score) {
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("there is no share to choose from");
    }
    Share best = null;
    for (double share : shares.stream().sorted().toList()) {
      Weights mixed = tuned.mixed(base, share);
      double scored = score.applyAsDouble(mixed);
      if (best == null || scored > best.score()) {
        best = new Share(share, scored, mixed);
      }
    }
    return Objects.requireNonNull(best);
  }

  /// What these weights make of texts in PyTorch, without dropout: for comparing what was trained
  /// with what is served.
  public static List<float[]> vectors(
      Pretrained pretrained, Weights weights, int mostTokens, List<String> texts) {
    try (Parameters parameters = new Parameters(weights, _ -> Role.FROZEN)) {
      Transformer transformer = new Transformer(pretrained.config(), parameters, 0);
      Tokens tokens = new Tokens(pretrained.tokenizer(), mostTokens, texts);
      Map<String, float[]> vectors = EncoderLearner.vectors(parameters, transformer, tokens, texts);
      return texts.stream().map(text -> Objects.requireNonNull(vectors.get(text))).toList();
    }
  }
}
