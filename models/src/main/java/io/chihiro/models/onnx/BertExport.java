package io.chihiro.models.onnx;

import io.chihiro.models.onnx.OnnxFile.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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
    Map<String, String> matrices = matrices(file);
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (String name : file.floatNames()) {
      String parameter = matrices.get(name);
      Weight numbers = file.floats(name);
      weights.put(
          parameter == null ? name : parameter, parameter == null ? numbers : numbers.transposed());
    }
    return new Weights(weights);
  }

  /// The file with these parameters in it.
  static byte[] with(OnnxFile file, Weights weights) {
    Map<String, String> matrices = matrices(file);
    return file.with(
        name -> {
          String parameter = matrices.get(name);
          return parameter == null ? weights.get(name) : weights.get(parameter).transposed();
        });
  }

  // Initialiser to parameter.
  private static Map<String, String> matrices(OnnxFile file) {
    Set<String> floats = Set.copyOf(file.floatNames());
    Map<String, String> matrices = new LinkedHashMap<>();
    for (Node node : file.nodes()) {
      if (node.operation().equals("MatMul") && floats.contains(node.inputs().get(1))) {
        matrices.put(node.inputs().get(1), parameter(node.name()));
      }
    }
    return matrices;
  }

  private static String parameter(String node) {
    return node.substring(1, node.length() - LINEAR.length()).replace('/', '.') + ".weight";
  }
}
