package io.chihiro.training.trainer;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.LinesReport.Learned;
import io.chihiro.models.lines.LinePair;
import io.chihiro.models.lines.OwnLine;
import io.chihiro.models.lines.PairSplit;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import io.chihiro.models.torch.FineTuning.Share;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.LoopOptions;
import io.chihiro.models.torch.QueryTuning;
import io.chihiro.models.torch.QueryTuning.Config;
import io.chihiro.models.torch.TrainingRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// Tunes the encoder of what is asked against lines as the base reads them, then mixes it with
/// the base: the share that finds the own lines of songs it has not learned from best is kept.
///
/// What ships with the program is tuned, and nothing else: it has read the lines.
public final class QueryTrainer {
  /// The model's name, as a request gives it.
  public static final String MODEL = "lines";

  private final Options options;
  private final TextEncoder base;

  /// @param base what lines were read with: the built-in encoder in eight bits
  public QueryTrainer(Options options, TextEncoder base) {
    this.options = options;
    this.base = base;
  }

  /// What was learned, and from what.
  public record Taught(Trained trained, Learned learned) {}

  /// Learns; nothing is written yet.
  ///
  /// @throws CancellationException if the training was stopped
  public Taught train(PairSplit split, String version, Instant at, TrainingRun run)
      throws InterruptedException {
    Pretrained pretrained = Pretrained.builtIn();
    Map<String, float[]> lines = vectors(base, both(split).map(LinePair::line));
    Tuned tuned =
        QueryTuning.tune(pretrained, config(), split.training(), split.validation(), lines, run);
    Share share =
        FineTuning.interpolate(
            pretrained.weights(),
            tuned.weights(),
            options.shares(),
            weights -> score(pretrained, weights, split.validation(), lines, run));
    Learned learned =
        new Learned(
            split.training().size(),
            split.validation().size(),
            share.share(),
            share.score(),
            ownLine(base, split.validation(), lines));
    return new Taught(trained(pretrained, tuned, share, version, at), learned);
  }

  private Trained trained(
      Pretrained pretrained, Tuned tuned, Share share, String version, Instant at) {
    Map<String, Double> metrics = new HashMap<>(Losses.metrics(tuned.log()));
    metrics.put("share of tuned weights", share.share());
    return new Trained(
        pretrained.card(MODEL, version, false, options.seed(), at),
        folder -> pretrained.writeForServing(share.weights(), folder),
        Losses.of(tuned.log()),
        metrics);
  }

  private Config config() {
    Config usual = Config.usual(options.seed());
    LoopOptions loop = usual.loop();
    return usual.with(
        loop.withMostSteps(Math.min(loop.mostSteps(), options.mostSteps()))
            .withCheckpointSteps(options.checkpointSteps()));
  }

  private double score(
      Pretrained pretrained,
      Weights weights,
      List<LinePair> validation,
      Map<String, float[]> lines,
      TrainingRun run) {
    if (run.cancelled().getAsBoolean()) {
      throw new CancellationException("the training was stopped while shares were weighed");
    }
    try (TextEncoder encoder = pretrained.encoder(weights, Precision.INT8, options.threads())) {
      return ownLine(encoder, validation, lines);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the training was stopped while shares were weighed");
    }
  }

  private static double ownLine(
      TextEncoder asking, List<LinePair> validation, Map<String, float[]> lines)
      throws InterruptedException {
    Map<String, float[]> asked = vectors(asking, validation.stream().map(LinePair::asked));
    return OwnLine.meanReciprocalRank(validation, asked, lines);
  }

  private static Stream<LinePair> both(PairSplit split) {
    return Stream.concat(split.training().stream(), split.validation().stream());
  }

  private static Map<String, float[]> vectors(TextEncoder encoder, Stream<String> texts)
      throws InterruptedException {
    List<String> all = texts.distinct().toList();
    List<float[]> vectors = encoder.encodeAll(all);
    Map<String, float[]> byText = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      byText.put(all.get(i), vectors.get(i));
    }
    return byText;
  }

  /// The built-in encoder as lines are read with it, to be closed by whoever asked.
  public static TextEncoder base(int threads) {
    return new SentenceEncoder(Precision.INT8, threads);
  }
}
