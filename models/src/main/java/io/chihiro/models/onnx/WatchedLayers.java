package io.chihiro.models.onnx;

import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.util.List;

/// Linear layers in full precision that tell between which numbers each channel of their inputs
/// lies: two outputs more for each, channels long.
record WatchedLayers(LinearLayers floats, GraphWriter graph) implements LinearLayers {
  /// Behind a layer's name, the output with its inputs' least numbers.
  static final String LEAST = "least";

  /// Behind a layer's name, the output with its inputs' largest numbers.
  static final String LARGEST = "largest";

  @Override
  public String words(String ids) {
    return floats.words(ids);
  }

  @Override
  public String attention(String x, String block, String distances) {
    watch(x, block);
    return floats.attention(x, block, distances);
  }

  @Override
  public String product(String x, String layer) {
    watch(x, layer);
    return floats.product(x, layer);
  }

  @Override
  public String active(String x, String layer) {
    watch(x, layer + WIDE);
    return floats.active(x, layer);
  }

  @Override
  public String productOfActive(String x, String layer) {
    watch(x, layer + NARROW);
    return floats.productOfActive(x, layer);
  }

  private void watch(String x, String layer) {
    graph.output(overTokens("ReduceMin", x), layer + LEAST, "channels");
    graph.output(overTokens("ReduceMax", x), layer + LARGEST, "channels");
  }

  private String overTokens(String operation, String x) {
    return graph.node(operation, List.of(x), Attribute.axes(0, 1), Attribute.of("keepdims", 0L));
  }
}
