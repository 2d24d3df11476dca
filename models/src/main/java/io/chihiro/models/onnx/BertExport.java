package io.chihiro.models.onnx;

import io.chihiro.models.onnx.OnnxFile.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which initialiser of PyTorch's export of a BERT holds which parameter.
///
/// Biases, norms and tables keep their names. The matrices of linear layers are transposed and
/// nameless (`onnx::MatMul_787`); only the node that uses one tells whose it is:
/// `/encoder/layer.0/attention/self/query/MatMul`.
final class BertExport {
  private static final String LINEAR = "/MatMul";

  private BertExport() {}

  /// The parameters under their HuggingFace names.
  static Weights weights(OnnxFile file) {
    Map<String, Weight> floats = file.floats();
    Map<String, String> matrices = matrices(file, floats);
    Map<String, Weight> weights = new LinkedHashMap<>();
    floats.forEach(
        (name, weight) -> {
          String parameter = matrices.get(name);
          weights.put(
              parameter == null ? name : parameter,
              parameter == null ? weight : weight.transposed());
        });
    return new Weights(weights);
  }

  /// What each initialiser must hold for these parameters.
  static Map<String, Weight> initialisers(OnnxFile file, Weights weights) {
    Map<String, Weight> floats = file.floats();
    Map<String, String> matrices = matrices(file, floats);
    Map<String, Weight> initialisers = new LinkedHashMap<>();
    for (String name : floats.keySet()) {
      String parameter = matrices.get(name);
      initialisers.put(
          name, parameter == null ? weights.get(name) : weights.get(parameter).transposed());
    }
    return initialisers;
  }

  // Initialiser to parameter.
  private static Map<String, String> matrices(OnnxFile file, Map<String, Weight> floats) {
    Map<String, String> matrices = new LinkedHashMap<>();
    for (Node node : file.nodes()) {
      if (node.operation().equals("MatMul") && floats.containsKey(node.inputs().get(1))) {
        matrices.put(node.inputs().get(1), parameter(node.name()));
      }
    }
    return matrices;
  }

  private static String parameter(String node) {
    return node.substring(1, node.length() - LINEAR.length()).replace('/', '.') + ".weight";
  }
}
