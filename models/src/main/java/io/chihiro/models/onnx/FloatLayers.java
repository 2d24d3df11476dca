package io.chihiro.models.onnx;

import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.util.List;

/// Linear layers in full precision.
final class FloatLayers implements LinearLayers {
  private final EncoderConfig config;
  private final Weights weights;
  private final GraphWriter graph;

  FloatLayers(EncoderConfig config, Weights weights, GraphWriter graph) {
    this.config = config;
    this.weights = weights;
    this.graph = graph;
  }

  @Override
  public String words(String ids) {
    return graph.node("Gather", List.of(floats("embeddings.word_embeddings.weight"), ids));
  }

  @Override
  public String attention(String x, String block, String distances) {
    AttentionInputs inputs = AttentionInputs.of(weights, config.hidden(), block);
    return graph.fused(
        "Attention",
        List.of(
            x,
            floats(block + "weight", inputs.matrix()),
            floats(block + "bias", inputs.bias()),
            "",
            "",
            distances),
        Attribute.of("num_heads", (long) config.heads()));
  }

  @Override
  public String product(String x, String layer) {
    Weight matrix = weights.get(layer + "weight").transposed();
    return graph.node("MatMul", List.of(x, floats(layer + "weight", matrix)));
  }

  @Override
  public String active(String x, String layer) {
    return graph.fused(
        "BiasGelu", List.of(product(x, layer + WIDE), floats(layer + WIDE + "bias")));
  }

  @Override
  public String productOfActive(String x, String layer) {
    return product(x, layer + NARROW);
  }

  private String floats(String name) {
    return floats(name, weights.get(name));
  }

  private String floats(String name, Weight weight) {
    return graph.floats(name, weight.values(), weight.shape());
  }
}
