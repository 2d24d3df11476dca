package io.chihiro.models.onnx;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// The graph of a transformer for texts of equal length, as ONNX Runtime runs it fastest: ids
/// in, the last layer's vectors out, and no mask, because nothing is padded.
///
/// In full precision the weights are floats. With eight bits every matrix of a linear layer is
/// kept as signed bytes with a scale of its own per output (symmetric), activations are scaled
/// when it runs, and the table of words has a scale per row; norms and biases stay floats.
final class TransformerGraph {
  private final EncoderConfig config;
  private final Weights weights;
  private final GraphWriter graph = new GraphWriter();
  private final Layout layout;
  private String tokens = "";
  private String distances = "";

  /// What differs between the precisions.
  private interface Layout {
    String words(String ids);

    String attention(String x, String layer);

    /// Without its bias.
    String linear(String x, String name);

    /// The same for what comes out of GELU.
    String linearOfActive(String x, String name);
  }

  private TransformerGraph(EncoderConfig config, Weights weights, Precision precision) {
    this.config = config;
    this.weights = weights;
    this.layout =
        switch (precision) {
          case FULL -> new Floats();
          case INT8 -> new Bytes();
        };
  }

  /// Writes the graph with its weights.
  static void write(EncoderConfig config, Weights weights, Precision precision, OutputStream out)
      throws IOException {
    TransformerGraph transformer = new TransformerGraph(config, weights, precision);
    String result = transformer.layers();
    transformer.graph.writeTo(out, result, "last_hidden_state", config.hidden());
  }

  // x: batch x tokens x hidden, all the way up
  private String layers() {
    String x = embeddings();
    for (int layer = 0; layer < config.layers(); layer++) {
      x = layer(x, "encoder.layer." + layer + ".");
    }
    return x;
  }

  private String embeddings() {
    String words = layout.words("input_ids");
    tokens = graph.node("Shape", List.of("input_ids"), Attribute.of("start", 1L));
    distances = weights.has(RelativePositions.TABLE) ? distances() : "";
    String from = graph.numbers("from", 0);
    String positions = graph.node("Slice", List.of(positions(), from, tokens, from));
    String x = graph.node("Add", List.of(words, positions));
    String norm = "embeddings.LayerNorm.";
    return graph.node(
        "LayerNormalization",
        List.of(x, floats(norm + "weight"), floats(norm + "bias")),
        epsilon());
  }

  private String layer(String x, String layer) {
    String attended = layout.attention(x, layer + "attention.self.");
    String mixed = layout.linear(attended, layer + "attention.output.dense.");
    String y = addAndNorm(mixed, x, layer + "attention.output.");
    String wide = layout.linear(y, layer + "intermediate.dense.");
    String active =
        graph.fused("BiasGelu", List.of(wide, floats(layer + "intermediate.dense.bias")));
    String narrow = layout.linearOfActive(active, layer + "output.dense.");
    return addAndNorm(narrow, y, layer + "output.");
  }

  // LayerNorm(x + bias + skip)
  private String addAndNorm(String x, String skip, String block) {
    return graph.fused(
        "SkipLayerNormalization",
        List.of(
            x,
            skip,
            floats(block + "LayerNorm.weight"),
            floats(block + "LayerNorm.bias"),
            floats(block + "dense.bias")),
        epsilon());
  }

  // What every pair of tokens adds to a head's scores: 1 x heads x tokens x tokens
  private String distances() {
    int longest = config.tokens();
    Weight table = weights.get(RelativePositions.TABLE);
    long[] classes = RelativePositions.classes(longest, table.length(0));
    float[] pairs = new float[config.heads() * classes.length];
    for (int i = 0; i < pairs.length; i++) {
      int head = i / classes.length;
      int row = (int) classes[i % classes.length];
      pairs[i] = table.values()[row * config.heads() + head];
    }
    String all = graph.floats("distances", pairs, 1, config.heads(), longest, longest);
    String to = graph.node("Concat", List.of(tokens, tokens), Attribute.of("axis", 0L));
    String corner = graph.numbers("corner", 0, 0);
    return graph.node("Slice", List.of(all, corner, to, graph.numbers("square", 2, 3)));
  }

  private Attribute epsilon() {
    return Attribute.of("epsilon", config.epsilon());
  }

  private Attribute heads() {
    return Attribute.of("num_heads", (long) config.heads());
  }

  private String floats(String name) {
    Weight weight = weights.get(name);
    return graph.floats(name, weight.values(), weight.shape());
  }

  // Every token is of the first type, so its row is part of each position's. tokens x hidden
  private String positions() {
    Weight table = weights.get("embeddings.position_embeddings.weight");
    float[] type = weights.get("embeddings.token_type_embeddings.weight").values();
    int rows = table.length(0) - config.firstPosition();
    float[] positions = new float[rows * config.hidden()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          table.values()[config.firstPosition() * config.hidden() + i] + type[i % config.hidden()];
    }
    return graph.floats("positions", positions, rows, config.hidden());
  }

  // Query, key and value side by side: hidden x 3·hidden
  private Weight attentionMatrix(String block) {
    int hidden = config.hidden();
    float[] together = new float[hidden * 3 * hidden];
    for (int part = 0; part < 3; part++) {
      float[] matrix = weights.get(block + PARTS.get(part) + ".weight").values();
      for (int out = 0; out < hidden; out++) {
        for (int in = 0; in < hidden; in++) {
          together[in * 3 * hidden + part * hidden + out] = matrix[out * hidden + in];
        }
      }
    }
    return Weight.of(together, hidden, 3 * hidden);
  }

  /// GELU never gives less than this below zero.
  private static final float DEEPEST_GELU = 0.17f;

  private static final List<String> PARTS = List.of("query", "key", "value");

  private String attentionBias(String block) {
    int hidden = config.hidden();
    float[] together = new float[3 * hidden];
    for (int part = 0; part < 3; part++) {
      float[] bias = weights.get(block + PARTS.get(part) + ".bias").values();
      System.arraycopy(bias, 0, together, part * hidden, hidden);
    }
    return graph.floats(block + "bias", together, 3 * hidden);
  }

  private final class Floats implements Layout {
    @Override
    public String words(String ids) {
      return graph.node("Gather", List.of(floats("embeddings.word_embeddings.weight"), ids));
    }

    @Override
    public String attention(String x, String block) {
      Weight matrix = attentionMatrix(block);
      String name = graph.floats(block + "weight", matrix.values(), matrix.shape());
      return graph.fused(
          "Attention", List.of(x, name, attentionBias(block), "", "", distances), heads());
    }

    @Override
    public String linear(String x, String name) {
      Weight matrix = weights.get(name + "weight").transposed();
      return graph.node(
          "MatMul", List.of(x, graph.floats(name + "weight", matrix.values(), matrix.shape())));
    }

    @Override
    public String linearOfActive(String x, String name) {
      return linear(x, name);
    }
  }

  private final class Bytes implements Layout {
    @Override
    public String words(String ids) {
      String name = "embeddings.word_embeddings.weight";
      Int8Matrix table = Int8Matrix.byRow(weights.get(name));
      String rows = graph.bytes(name, table.values(), table.rows(), table.columns());
      String scales = graph.floats(name + "_scale", table.scales(), table.rows(), 1);
      String row = graph.node("Gather", List.of(rows, ids));
      String number = graph.node("Cast", List.of(row), Attribute.of("to", 1L));
      return graph.node("Mul", List.of(number, graph.node("Gather", List.of(scales, ids))));
    }

    @Override
    public String attention(String x, String block) {
      Int8Matrix matrix = Int8Matrix.byColumn(attentionMatrix(block));
      return distances.isEmpty() ? near(x, block, matrix) : far(x, block, matrix);
    }

    // QAttention takes no distances.
    private String far(String x, String block, Int8Matrix matrix) {
      List<String> parts =
          graph.node(
              "Split", List.of(product(x, block + "weight", matrix)), 3, Attribute.of("axis", 2L));
      return graph.fused(
          "MultiHeadAttention",
          List.of(parts.get(0), parts.get(1), parts.get(2), attentionBias(block), "", distances),
          heads());
    }

    // Quantised input, weight, bias, both scales, no mask, both zero points.
    private String near(String x, String block, Int8Matrix matrix) {
      List<String> input = graph.node("DynamicQuantizeLinear", List.of(x), 3);
      List<String> weight = initialisers(block + "weight", matrix);
      return graph.fused(
          "QAttention",
          List.of(
              input.get(0),
              weight.get(0),
              attentionBias(block),
              input.get(1),
              weight.get(1),
              "",
              input.get(2),
              weight.get(2)),
          heads());
    }

    @Override
    public String linear(String x, String name) {
      Int8Matrix matrix = Int8Matrix.byColumn(weights.get(name + "weight").transposed());
      return product(x, name + "weight", matrix);
    }

    // Behind GELU a few tokens have far larger numbers than all others, and all share one scale:
    // divided by its own largest, each keeps its digits.
    @Override
    public String linearOfActive(String x, String name) {
      String most = graph.node("ReduceMax", List.of(x), Attribute.lastAxis());
      String least = graph.floats(name + "least", new float[] {DEEPEST_GELU}, 1);
      String largest = graph.node("Max", List.of(most, least));
      String even = graph.node("Div", List.of(x, largest));
      return graph.node("Mul", List.of(linear(even, name), largest));
    }

    private String product(String x, String name, Int8Matrix matrix) {
      List<String> inputs = new ArrayList<>(List.of(x));
      inputs.addAll(initialisers(name, matrix));
      return graph.fused("DynamicQuantizeMatMul", inputs);
    }

    private List<String> initialisers(String name, Int8Matrix matrix) {
      int columns = matrix.columns();
      return List.of(
          graph.bytes(name, matrix.values(), matrix.rows(), columns),
          graph.floats(name + "_scale", matrix.scales(), columns),
          graph.bytes(name + "_zero_point", new byte[columns], columns));
    }
  }
}
