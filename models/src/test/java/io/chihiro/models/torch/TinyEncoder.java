package io.chihiro.models.torch;

import io.chihiro.models.onnx.ColourPair;
import io.chihiro.models.onnx.EncoderConfig.Family;
import io.chihiro.models.onnx.Safetensors;
import io.chihiro.models.onnx.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A HuggingFace folder with a very small transformer of random weights.
final class TinyEncoder {
  static final int HIDDEN = 16;
  static final int POSITIONS = 40;
  private static final int WIDE = 32;
  private static final int LAYERS = 2;

  /// As RoBERTa numbers its marks.
  private static final List<String> WORDS =
      List.of(
          "<s>", "<pad>", "</s>", "<unk>", "rain", "sea", "exam", "train", "party", "snow", "tea",
          "work", "run", "home", "north", "song", "i", "the", "and", "all", "day", "was");

  private TinyEncoder() {}

  static Path write(Path folder, Family family) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config(family));
    Files.writeString(folder.resolve("tokenizer.json"), ColourPair.tokenizer(WORDS));
    Safetensors.write(weights(family), folder.resolve("model.safetensors"));
    return folder;
  }

  private static String config(Family family) {
    return """
    {"model_type": "%s", "hidden_size": %d, "num_hidden_layers": %d,
     "num_attention_heads": 2, "intermediate_size": %d, "hidden_act": "gelu",
     "layer_norm_eps": 1e-5, "pad_token_id": 1, "max_position_embeddings": %d,
     "vocab_size": %d}
    """
        .formatted(
            family.name().toLowerCase(Locale.ROOT), HIDDEN, LAYERS, WIDE, POSITIONS, WORDS.size());
  }

  /// A RoBERTa's positions begin in the third row: there they are what a BERT's are in the first.
  private static Map<String, Weight> weights(Family family) {
    Random random = new Random(7);
    Map<String, Weight> weights = new LinkedHashMap<>();
    table(weights, "embeddings.word_embeddings", WORDS.size(), random);
    table(weights, "embeddings.position_embeddings", POSITIONS, random);
    table(weights, "embeddings.token_type_embeddings", 2, random);
    norm(weights, "embeddings.LayerNorm");
    for (int layer = 0; layer < LAYERS; layer++) {
      layer(weights, "encoder.layer." + layer + ".", random);
    }
    if (family != Family.BERT) {
      weights.computeIfPresent(
          "embeddings.position_embeddings.weight", (_, table) -> shiftedByTwo(table));
    }
    return family == Family.MPNET ? asMpnet(weights, random) : weights;
  }

  private static Map<String, Weight> asMpnet(Map<String, Weight> weights, Random random) {
    Map<String, Weight> named = new LinkedHashMap<>();
    weights.forEach((name, weight) -> named.put(asMpnet(name), weight));
    named.keySet().removeIf(name -> name.contains("token_type"));
    named.put("encoder.relative_attention_bias.weight", Weight.of(gaussian(32 * 2, random), 32, 2));
    return named;
  }

  private static String asMpnet(String name) {
    return "mpnet."
        + name.replace("attention.self.query", "attention.attn.q")
            .replace("attention.self.key", "attention.attn.k")
            .replace("attention.self.value", "attention.attn.v")
            .replace("attention.output.dense", "attention.attn.o")
            .replace("attention.output.LayerNorm", "attention.LayerNorm");
  }

  private static Weight shiftedByTwo(Weight table) {
    float[] shifted = new float[table.values().length];
    System.arraycopy(table.values(), 0, shifted, 2 * HIDDEN, shifted.length - 2 * HIDDEN);
    return Weight.of(shifted, POSITIONS, HIDDEN);
  }

  private static void layer(Map<String, Weight> weights, String layer, Random random) {
    for (String part : List.of("query", "key", "value")) {
      linear(weights, layer + "attention.self." + part, HIDDEN, HIDDEN, random);
    }
    linear(weights, layer + "attention.output.dense", HIDDEN, HIDDEN, random);
    norm(weights, layer + "attention.output.LayerNorm");
    linear(weights, layer + "intermediate.dense", HIDDEN, WIDE, random);
    linear(weights, layer + "output.dense", WIDE, HIDDEN, random);
    norm(weights, layer + "output.LayerNorm");
  }

  private static void linear(
      Map<String, Weight> weights, String name, int inputs, int outputs, Random random) {
    weights.put(name + ".weight", Weight.of(gaussian(inputs * outputs, random), outputs, inputs));
    weights.put(name + ".bias", Weight.of(gaussian(outputs, random), outputs));
  }

  private static void table(Map<String, Weight> weights, String name, int rows, Random random) {
    weights.put(name + ".weight", Weight.of(gaussian(rows * HIDDEN, random), rows, HIDDEN));
  }

  private static void norm(Map<String, Weight> weights, String name) {
    float[] ones = new float[HIDDEN];
    Arrays.fill(ones, 1);
    weights.put(name + ".weight", Weight.of(ones, HIDDEN));
    weights.put(name + ".bias", Weight.of(new float[HIDDEN], HIDDEN));
  }

  private static float[] gaussian(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * 0.3);
    }
    return values;
  }
}
