package io.chihiro.models.torch;

import io.chihiro.models.onnx.Weight;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.Parameters.Role;
import io.chihiro.models.torch.TwoTowers.Config;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The numbers of two towers and their scorer as they begin.
final class TowerStart {
  static final String DOT_WEIGHT = "scorer.dot.weight";
  static final String DOT_BIAS = "scorer.dot.bias";

  private static final List<Integer> HIDDEN = List.of(128, 64);

  private final Map<String, Weight> byName = new LinkedHashMap<>();
  private final Random random;

  private TowerStart(long seed) {
    this.random = new Random(seed);
  }

  /// How many there are of each kind that has an embedding of its own.
  record Sizes(int users, int countries, int items, int artists, int tags, int text) {}

  /// Parameters as they begin: PyTorch's usual ones, and Xavier's for the dot-compress.
  static Parameters of(Config config, Sizes sizes) {
    TowerStart start = new TowerStart(config.loop().seed());
    start.table("user.id", sizes.users(), config.userWidth());
    start.table("user.country", sizes.countries(), config.userWidth());
    start.table("user.name", sizes.users(), config.userWidth());
    start.tower("user", 3 * config.userWidth(), config.width());
    start.table("item.id", sizes.items(), config.itemWidth());
    start.table("item.artist", sizes.artists(), config.itemWidth());
    start.table("item.tag", sizes.tags(), config.itemWidth());
    start.linear("item.text", sizes.text(), config.itemWidth());
    start.tower("item", 4 * config.itemWidth(), config.width());
    start.scorer(config.width());
    return new Parameters(new Weights(start.byName), _ -> Role.TRAINED);
  }

  // Embeddings begin small: with PyTorch's 1 a tower of few users remembers their noise.
  private void table(String name, int rows, int width) {
    byName.put(name, Weight.of(normal(rows * width, 0.1), rows, width));
  }

  private void linear(String name, int inputs, int outputs) {
    double bound = 1 / Math.sqrt(inputs);
    byName.put(name + ".weight", Weight.of(uniform(inputs * outputs, bound), outputs, inputs));
    byName.put(name + ".bias", Weight.of(uniform(outputs, bound), outputs));
  }

  private void tower(String name, int inputs, int outputs) {
    linear(name + ".0", inputs, HIDDEN.get(0));
    linear(name + ".1", HIDDEN.get(0), HIDDEN.get(1));
    linear(name + ".2", HIDDEN.get(1), outputs);
  }

  private void scorer(int width) {
    byName.put(DOT_WEIGHT, Weight.of(normal(2 * width, Math.sqrt(2.0 / (2 + width))), 2, width));
    byName.put(DOT_BIAS, filled(0, width));
    linear("scorer.0", 2 * width, HIDDEN.get(0));
    norm("scorer.norm.0", HIDDEN.get(0));
    linear("scorer.1", HIDDEN.get(0), HIDDEN.get(1));
    norm("scorer.norm.1", HIDDEN.get(1));
    linear("scorer.2", HIDDEN.get(1), 1);
  }

  private void norm(String name, int width) {
    byName.put(name + ".scale", filled(1, width));
    byName.put(name + ".shift", filled(0, width));
  }

  private float[] normal(int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private float[] uniform(int count, double bound) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  private static Weight filled(float value, int count) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return Weight.of(values, count);
  }
}
