package io.chihiro.models.onnx;

import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The graph of a transformer for texts of equal length, as ONNX Runtime runs it fastest: ids
/// in, the last layer's vectors out, and no mask, because nothing is padded.
///
/// What costs time are the products with matrices; [LinearLayers] says in which numbers they are
/// made. Norms and what is added between the layers are floats in any case.
final class TransformerGraph {
  private final EncoderConfig config;
  private final Weights weights;
  private final GraphWriter graph;
  private final LinearLayers linear;
  private String tokens = "";
  private String distances = "";

  private TransformerGraph(
      EncoderConfig config, Weights weights, GraphWriter graph, LinearLayers linear) {
    this.config = config;
    this.weights = weights;
    this.graph = graph;
    this.linear = linear;
  }

  /// Writes the graph with its weights as floats.
  static void write(EncoderConfig config, Weights weights, OutputStream out) throws IOException {
    GraphWriter graph = new GraphWriter();
    write(config, weights, graph, new FloatLayers(config, weights, graph), out);
  }

  /// Writes the graph with weights of eight bits.
  ///
  /// @param inputs between which numbers the inputs of the linear layers lie
  static void write(EncoderConfig config, Weights weights, InputRanges inputs, OutputStream out)
      throws IOException {
    GraphWriter graph = new GraphWriter();
    write(config, weights, graph, new ByteLayers(config, weights, inputs, graph), out);
  }

  /// Writes the graph in floats, with the least and the largest number of every channel of every
  /// linear layer's input as further outputs.
  static void writeWatched(EncoderConfig config, Weights weights, OutputStream out)
      throws IOException {
    GraphWriter graph = new GraphWriter();
    FloatLayers floats = new FloatLayers(config, weights, graph);
    write(config, weights, graph, new WatchedLayers(floats, graph), out);
  }

  private static void write(
      EncoderConfig config,
      Weights weights,
      GraphWriter graph,
      LinearLayers linear,
      OutputStream out)
      throws IOException {
    String result = new TransformerGraph(config, weights, graph, linear).layers();
    String hidden = String.valueOf(config.hidden());
    graph.output(result, "last_hidden_state", "batch", "tokens", hidden);
    graph.writeTo(out);
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
    String words = linear.words("input_ids");
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
    String attended = linear.attention(x, layer + "attention.self.", distances);
    String mixed = linear.product(attended, layer + "attention.output.dense.");
    String y = addAndNorm(mixed, x, layer + "attention.output.");
    String active = linear.active(y, layer);
    String narrow = linear.productOfActive(active, layer);
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
}
