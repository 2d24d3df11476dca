package io.chihiro.models.onnx;

import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.util.List;

/// Linear layers in eight bits, between floats.
///
/// A matrix is kept as signed bytes with a scale of its own per output, and what it is multiplied
/// by is put into steps that are fixed when the graph is written. So nothing is looked for when it
/// runs, and a text's vector depends neither on its neighbours nor on how it is run.
final class ByteLayers implements LinearLayers {
  private final EncoderConfig config;
  private final Weights weights;
  private final InputRanges inputs;
  private final GraphWriter graph;

  ByteLayers(EncoderConfig config, Weights weights, InputRanges inputs, GraphWriter graph) {
    this.config = config;
    this.weights = weights;
    this.inputs = inputs;
    this.graph = graph;
  }

  @Override
  public String words(String ids) {
    String name = "embeddings.word_embeddings.weight";
    ByteMatrix table = ByteMatrix.byRow(weights.get(name));
    String rows = graph.bytes(name, table.values(), table.rows(), table.columns());
    String scales = graph.floats(name + "_scale", table.scales(), table.rows(), 1);
    String row = graph.node("Gather", List.of(rows, ids));
    String number = graph.node("Cast", List.of(row), Attribute.of("to", 1L));
    return graph.node("Mul", List.of(number, graph.node("Gather", List.of(scales, ids))));
  }

  @Override
  public String attention(String x, String block, String distances) {
    AttentionInputs all = AttentionInputs.of(weights, config.hidden(), block);
    String bias = floats(block + "bias", all.bias());
    String product = evened(x, block, all.matrix(), bias);
    List<String> parts = graph.node("Split", List.of(product), 3, Attribute.of("axis", 2L));
    return graph.fused(
        "MultiHeadAttention",
        List.of(parts.get(0), parts.get(1), parts.get(2), "", "", distances),
        Attribute.of("num_heads", (long) config.heads()));
  }

  @Override
  public String product(String x, String layer) {
    return product(x, layer, Steps.of(inputs.of(layer)), matrix(layer), "");
  }

  @Override
  public String active(String x, String layer) {
    SplitChannels split = split(layer);
    Weight bias = split.bias(weights.get(layer + WIDE + "bias"));
    String name = layer + WIDE;
    String wide = evened(x, name, split.before(matrix(name)), floats(name + "bias", bias));
    return graph.fused("FastGelu", List.of(wide));
  }

  // Some channels of its input are up to fifteen times as large as the others.
  private String evened(String x, String layer, Weight matrix, String bias) {
    Evened evened = Evened.of(inputs.of(layer), matrix);
    String even = graph.node("Mul", List.of(x, floats(layer + "shares", evened.shares())));
    return product(even, layer, evened.steps(), evened.matrix(), bias);
  }

  @Override
  public String productOfActive(String x, String layer) {
    SplitChannels split = split(layer);
    String name = layer + NARROW;
    Steps steps = Steps.between(Steps.least(inputs.of(name)), split.most());
    return product(x, name, steps, split.behind(matrix(name)), "");
  }

  private SplitChannels split(String layer) {
    return SplitChannels.of(inputs.of(layer + NARROW));
  }

  private String floats(String name, Weight weight) {
    return graph.floats(name, weight.values(), weight.shape());
  }

  private Weight matrix(String layer) {
    return weights.get(layer + "weight").transposed();
  }

  private String product(String x, String layer, Steps steps, Weight matrix, String bias) {
    ByteMatrix bytes = ByteMatrix.byColumn(matrix);
    String step = graph.floats(layer + "step", new float[] {steps.size()});
    String zero = graph.unsigned(layer + "zero", steps.zero());
    int columns = bytes.columns();
    return graph.fused(
        "MatMulIntegerToFloat",
        List.of(
            graph.node("QuantizeLinear", List.of(x, step, zero)),
            graph.bytes(layer + "weight", bytes.values(), bytes.rows(), columns),
            step,
            graph.floats(layer + "weight_scale", bytes.scales(), columns),
            zero,
            "",
            bias));
  }
}
