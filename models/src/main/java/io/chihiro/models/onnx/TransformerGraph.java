package io.chihiro.models.onnx;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The graph of a transformer for texts of equal length, as ONNX Runtime runs it fastest: ids
/// in, the last layer's vectors out, and no mask, because nothing is padded.
///
/// In full precision the weights are floats. With eight bits every matrix of a linear layer is
/// kept as signed bytes with a scale of its own per output (symmetric), every token is scaled by
/// itself when it runs, and the table of words has a scale per row; norms and biases stay floats.
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
      List<String> parts =
          graph.node(
              "Split",
              List.of(product(x, Digits.EVEN, block + "weight", matrix)),
              3,
              Attribute.of("axis", 2L));
      return graph.fused(
          "MultiHeadAttention",
          List.of(parts.get(0), parts.get(1), parts.get(2), attentionBias(block), "", distances),
          heads());
    }

    @Override
    public String linear(String x, String name) {
      return product(x, Digits.EVEN, name);
    }

    @Override
    public String linearOfActive(String x, String name) {
      return product(x, Digits.BEHIND_GELU, name);
    }

    private String product(String x, Digits digits, String name) {
      Int8Matrix matrix = Int8Matrix.byColumn(weights.get(name + "weight").transposed());
      return product(x, digits, name + "weight", matrix);
    }

    // Each token is divided by its own largest number and multiplied by it afterwards: it keeps its
    // digits whatever stands beside it, and its result does not depend on its neighbours.
    private String product(String x, Digits digits, String name, Int8Matrix matrix) {
      String largest = digits.largest(x, name, graph);
      String even = graph.node("Div", List.of(x, largest));
      String scale = graph.floats(name + "_input_scale", new float[] {digits.step});
      String zero = graph.unsigned(name + "_input_zero", digits.zero);
      String bytes = graph.node("QuantizeLinear", List.of(even, scale, zero));
      int columns = matrix.columns();
      String result =
          graph.fused(
              "MatMulIntegerToFloat",
              List.of(
                  bytes,
                  graph.bytes(name, matrix.values(), matrix.rows(), columns),
                  scale,
                  graph.floats(name + "_scale", matrix.scales(), columns),
                  zero));
      return graph.node("Mul", List.of(result, largest));
    }
  }

  /// How the numbers of a token, divided by its largest, are put into steps.
  ///
  /// There are 181 of them and not 256: processors without VNNI add two products of an unsigned and
  /// a signed byte in 16 bits, and 2 · 181 · [Int8Matrix#LARGEST_INPUT] still fits.
  private enum Digits {
    /// As many below zero as above.
    EVEN(1 / 90f, 91) {
      @Override
      String largest(String x, String name, GraphWriter graph) {
        return graph.node(
            "ReduceMax", List.of(graph.node("Abs", List.of(x))), Attribute.lastAxis());
      }
    },
    /// GELU never gives less than −0.17, so nearly all are above zero.
    BEHIND_GELU(1 / 158f, 23) {
      @Override
      String largest(String x, String name, GraphWriter graph) {
        String most = graph.node("ReduceMax", List.of(x), Attribute.lastAxis());
        // Divided by this, the least that there can be is the lowest step.
        String enough = graph.floats(name + "_enough", new float[] {0.17f * 158 / 23});
        return graph.node("Max", List.of(most, enough));
      }
    };

    private final float step;

    /// Which step is zero.
    private final int zero;

    Digits(float step, int zero) {
      this.step = step;
      this.zero = zero;
    }

    /// What each token is divided by.
    abstract String largest(String x, String name, GraphWriter graph);
  }
}
