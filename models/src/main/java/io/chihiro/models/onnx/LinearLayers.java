package io.chihiro.models.onnx;

/// How a transformer's products with matrices are made: in floats, or in eight bits.
///
/// Inputs and results are names of nodes' outputs, batch x tokens x channels.
interface LinearLayers {
  /// Behind a layer of the transformer, the layer before GELU.
  String WIDE = "intermediate.dense.";

  /// Behind a layer of the transformer, the layer behind GELU.
  String NARROW = "output.dense.";

  /// The rows of the table of words.
  String words(String ids);

  /// Query, key and value of the block, and what the heads make of them.
  ///
  /// @param distances what pairs of tokens add to the scores, or empty
  String attention(String x, String block, String distances);

  /// A layer without its bias.
  String product(String x, String layer);

  /// What makes a layer of the transformer wide, with its bias, and GELU of it.
  ///
  /// @param layer of the transformer, e.g. `encoder.layer.0.`
  String active(String x, String layer);

  /// What makes it narrow again, without its bias.
  ///
  /// @param x what came out of GELU
  /// @param layer of the transformer
  String productOfActive(String x, String layer);
}
