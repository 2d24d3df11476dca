package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.chihiro.models.lines.LinePair;
import io.chihiro.models.lines.OwnLine;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.torch.Parameters.Role;
import io.chihiro.models.torch.QueryTuning.Config;
import io.chihiro.models.torch.Restraint.Leaving;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// An encoder of what is asked that learns where fixed lines lie, as [TrainingLoop] sees it.
final class QueryLearner implements Learner<List<LinePair>>, AutoCloseable {
  private static final float NEVER = -1e9f;

  private final Config config;
  private final List<LinePair> training;
  private final List<LinePair> validation;
  private final Map<String, float[]> lines;
  private final Parameters parameters;
  private final Transformer transformer;
  private final Tokens tokens;

  QueryLearner(
      Pretrained pretrained,
      Config config,
      List<LinePair> training,
      List<LinePair> validation,
      Map<String, float[]> lines) {
    this.config = config;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    this.lines = Map.copyOf(lines);
    Restraint restraint = new Restraint(true, config.frozenLayers(), new Leaving.Free());
    this.parameters =
        new Parameters(
            pretrained.weights(), name -> restraint.freezes(name) ? Role.FROZEN : Role.TRAINED);
    this.transformer = new Transformer(pretrained.config(), parameters, config.dropout());
    this.tokens =
        new Tokens(
            pretrained.tokenizer(),
            Math.min(config.tokens(), pretrained.config().tokens()),
            Stream.concat(training.stream(), validation.stream()).map(LinePair::asked).toList());
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public List<List<LinePair>> batches(int epoch) {
    return Batches.shuffled(training, config.batch(), config.loop().seed(), epoch);
  }

  // asked: B x H, against the lines of the batch: B x H -> B x B
  @Override
  public NDArray loss(NDManager step, List<LinePair> batch) {
    List<String> texts = batch.stream().map(LinePair::asked).toList();
    NDArray asked = transformer.encode(tokens.batch(step, texts), true);
    NDArray scores = asked.matMul(lines(step, batch).transpose()).mul(config.scale());
    NDArray logs = scores.add(unfit(step, batch)).logSoftmax(1);
    NDArray own = step.eye(batch.size(), batch.size(), 0, DataType.FLOAT32);
    return logs.mul(own).sum().neg().div(batch.size());
  }

  private NDArray lines(NDManager step, List<LinePair> batch) {
    return DenseNet.rows(step, batch.stream().map(this::line).toList());
  }

  private float[] line(LinePair pair) {
    return Objects.requireNonNull(lines.get(pair.line()), "a line was not encoded");
  }

  private static NDArray unfit(NDManager step, List<LinePair> batch) {
    int rows = batch.size();
    float[] masks = new float[rows * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < rows; column++) {
        boolean alike = column != row && alike(batch.get(row), batch.get(column));
        masks[row * rows + column] = alike ? NEVER : 0;
      }
    }
    return step.create(masks, new Shape(rows, rows));
  }

  /// Whether the line of another pair may be right as well: it is the same, stands in the same
  /// song, or the same is said of it.
  static boolean alike(LinePair own, LinePair other) {
    return own.line().equals(other.line())
        || own.asked().equals(other.asked())
        || own.song().equals(other.song());
  }

  /// How high the own line of what validates stands.
  @Override
  public double score() {
    List<String> texts = validation.stream().map(LinePair::asked).distinct().toList();
    Map<String, float[]> asked = EncoderLearner.vectors(parameters, transformer, tokens, texts);
    return OwnLine.meanReciprocalRank(validation, asked, lines);
  }

  @Override
  public void close() {
    parameters.close();
  }
}
