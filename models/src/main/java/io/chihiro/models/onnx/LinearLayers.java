package io.chihiro.models.onnx;

/// How a transformer's products with matrices are made: in floats, or in eight bits.
///
/// Inputs and results are names of nodes' outputs, batch x tokens x channels.
interface LinearLayers {
  /// The rows of the table of words.
  String words(String ids);

  /// Query, key and value of the block, and what the heads make of them.
  ///
  /// @param distances what pairs of tokens add to the scores, or empty
  String attention(String x, String block, String distances);

  /// A layer without its bias.
  String product(String x, String layer);

  /// A layer with its bias, and GELU of it.
  String active(String x, String layer);

  /// A layer without its bias, of what came out of GELU.
  String productOfActive(String x, String layer);
}
