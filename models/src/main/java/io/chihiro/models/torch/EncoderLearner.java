package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.chihiro.models.Vectors;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.torch.Parameters.Role;
import io.chihiro.models.torch.Restraint.Leaving;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// An encoder that learns from triplets of texts, as [TrainingLoop] sees it.
final class EncoderLearner implements Learner<List<TextTriplet>>, AutoCloseable {
  /// Texts that are encoded together when nothing is learned.
  private static final int TEXTS_AT_ONCE = 16;

  /// How much the separation counts beside the accuracy: it decides between equals only.
  static final double TIE = 1e-3;

  private final Recipe recipe;
  private final List<TextTriplet> training;
  private final List<TextTriplet> validation;
  private final List<String> general;
  private final Parameters parameters;
  private final Transformer transformer;
  private final Tokens tokens;
  private final Map<String, NDArray> base = new HashMap<>();
  private final Map<String, float[]> baseVectors = new HashMap<>();

  EncoderLearner(
      Pretrained pretrained,
      Recipe recipe,
      List<TextTriplet> training,
      List<TextTriplet> validation,
      List<String> general) {
    this.recipe = recipe;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    this.general = List.copyOf(general);
    Restraint restraint = recipe.restraint();
    this.parameters =
        new Parameters(
            pretrained.weights(), name -> restraint.freezes(name) ? Role.FROZEN : Role.TRAINED);
    this.transformer = new Transformer(pretrained.config(), parameters, recipe.dropout());
    int most = Math.min(recipe.tokens(), pretrained.config().tokens());
    this.tokens = new Tokens(pretrained.tokenizer(), most, texts());
    remember(restraint.leaving());
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public List<List<TextTriplet>> batches(int epoch) {
    return Batches.shuffled(training, recipe.objective().batch(), recipe.loop().seed(), epoch);
  }

  @Override
  public NDArray loss(NDManager step, List<TextTriplet> batch) {
    List<String> texts =
        Stream.of(
                batch.stream().map(TextTriplet::anchor),
                batch.stream().map(TextTriplet::positive),
                batch.stream().map(TextTriplet::negative))
            .flatMap(part -> part)
            .toList();
    NDArray vectors = transformer.encode(tokens.batch(step, texts), true);
    NDArray loss =
        recipe.objective().loss(batch, part(vectors, 0), part(vectors, 1), part(vectors, 2));
    return switch (recipe.restraint().leaving()) {
      case Leaving.Free _ -> loss;
      case Leaving.L2Sp(double strength) -> loss.add(distance(step).mul(strength));
      case Leaving.Distillation(double strength, int sentences) ->
          loss.add(drift(step, batch, sentences).mul(strength));
    };
  }

  /// The share of validation triplets whose positive is closer than its negative, and by a
  /// thousandth their separation.
  @Override
  public double score() {
    Map<String, float[]> vectors =
        vectors(parameters, transformer, tokens, texts(validation).distinct().toList());
    double right = 0;
    double separation = 0;
    for (TextTriplet triplet : validation) {
      float[] anchor = known(vectors, triplet.anchor());
      double gap =
          Vectors.dot(anchor, known(vectors, triplet.positive()))
              - Vectors.dot(anchor, known(vectors, triplet.negative()));
      right += gap > 0 ? 1 : 0;
      separation += gap;
    }
    return (right + TIE * separation) / validation.size();
  }

  @Override
  public void close() {
    parameters.close();
  }

  private List<String> texts() {
    return Stream.of(texts(training), texts(validation), general.stream())
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<String> texts(Collection<TextTriplet> triplets) {
    return triplets.stream().flatMap(t -> Stream.of(t.anchor(), t.positive(), t.negative()));
  }

  private void remember(Leaving leaving) {
    switch (leaving) {
      case Leaving.Free _ -> {}
      case Leaving.L2Sp _ ->
          parameters.trained().forEach((name, array) -> base.put(name, array.duplicate()));
      case Leaving.Distillation _ ->
          baseVectors.putAll(vectors(parameters, transformer, tokens, general));
    }
  }

  // One of the three thirds.
  private static NDArray part(NDArray vectors, int third) {
    long size = vectors.getShape().get(0) / 3;
    return vectors.get(new NDIndex("{}:{}", third * size, (third + 1) * size));
  }

  private NDArray distance(NDManager step) {
    NDArray sum = step.zeros(new Shape());
    for (Map.Entry<String, NDArray> entry : parameters.trained().entrySet()) {
      NDArray before = Objects.requireNonNull(base.get(entry.getKey()));
      NDArray difference = entry.getValue().sub(before);
      difference.attach(step);
      sum = sum.add(difference.square().sum());
    }
    return sum;
  }

  private NDArray drift(NDManager step, List<TextTriplet> batch, int sentences) {
    Random random = new Random(recipe.loop().seed() * 31 + batch.hashCode());
    List<String> some = random.ints(sentences, 0, general.size()).mapToObj(general::get).toList();
    float[][] before = some.stream().map(text -> known(baseVectors, text)).toArray(float[][]::new);
    NDArray now = transformer.encode(tokens.batch(step, some), true);
    return now.mul(step.create(before)).sum().div(sentences).neg().add(1);
  }

  /// What a transformer makes of texts without learning.
  static Map<String, float[]> vectors(
      Parameters parameters, Transformer transformer, Tokens tokens, List<String> texts) {
    List<String> byLength =
        texts.stream().distinct().sorted(Comparator.comparingInt(tokens::length)).toList();
    Map<String, float[]> vectors = new HashMap<>();
    for (int from = 0; from < byLength.size(); from += TEXTS_AT_ONCE) {
      List<String> some = byLength.subList(from, Math.min(from + TEXTS_AT_ONCE, byLength.size()));
      try (NDManager step = parameters.newStep()) {
        NDArray rows = transformer.encode(tokens.batch(step, some), false);
        for (int i = 0; i < some.size(); i++) {
          vectors.put(some.get(i), rows.get(i).toFloatArray());
        }
      }
    }
    return vectors;
  }

  private static float[] known(Map<String, float[]> vectors, String text) {
    return Objects.requireNonNull(vectors.get(text), "a text was not encoded");
  }
}
