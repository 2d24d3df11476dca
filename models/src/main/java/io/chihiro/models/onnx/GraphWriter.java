package io.chihiro.models.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.LongStream;

/// Writes an .onnx file step by step: initialisers, nodes, outputs, and one input: token ids, or
/// pictures.
final class GraphWriter {
  /// The newest format that ONNX Runtime 1.22 and older ones read alike.
  private static final long FORMAT = 8;

  /// Operators up to LayerNormalization (17).
  private static final long OPERATORS = 17;

  private static final String MICROSOFT = "com.microsoft";
  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int INT8 = 3;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INTEGER = 2;
  private static final int ATTRIBUTE_INTEGERS = 7;

  private final ProtobufWriter graph = new ProtobufWriter().text(2, "transformer");
  private int nodes;

  /// An attribute of a node.
  record Attribute(String name, ProtobufWriter message) {
    static Attribute of(String name, long value) {
      return new Attribute(
          name,
          new ProtobufWriter().text(1, name).number(3, value).number(20, (long) ATTRIBUTE_INTEGER));
    }

    /// Which axes to go along.
    static Attribute axes(long... values) {
      ProtobufWriter message = new ProtobufWriter().text(1, "axes");
      for (long value : values) {
        message.number(8, value);
      }
      return new Attribute("axes", message.number(20, (long) ATTRIBUTE_INTEGERS));
    }

    static Attribute of(String name, double value) {
      return new Attribute(
          name,
          new ProtobufWriter()
              .text(1, name)
              .number(2, (float) value)
              .number(20, (long) ATTRIBUTE_FLOAT));
    }
  }

  /// An initialiser of floats; its name.
  String floats(String name, float[] values, int... shape) {
    return initialiser(name, FLOAT, ProtobufWriter.littleEndian(values), shape);
  }

  /// An initialiser of signed bytes; its name.
  String bytes(String name, byte[] values, int... shape) {
    return initialiser(name, INT8, values, shape);
  }

  /// An initialiser of one unsigned byte; its name.
  String unsigned(String name, int value) {
    return initialiser(name, UINT8, new byte[] {(byte) value});
  }

  /// An initialiser of whole numbers in one row; its name.
  String numbers(String name, long... values) {
    return initialiser(name, INT64, ProtobufWriter.littleEndian(values), values.length);
  }

  /// A node of ONNX's own operators; its only output's name.
  String node(String operation, List<String> inputs, Attribute... attributes) {
    return add("", operation, inputs, 1, attributes).getFirst();
  }

  /// A node of ONNX's own operators with several outputs; their names.
  List<String> node(String operation, List<String> inputs, int outputs, Attribute... attributes) {
    return add("", operation, inputs, outputs, attributes);
  }

  /// A node of ONNX Runtime's own operators; its first output's name.
  String fused(String operation, List<String> inputs, Attribute... attributes) {
    return add(MICROSOFT, operation, inputs, 1, attributes).getFirst();
  }

  /// Makes a node's output one of the file's, under a name of its own.
  ///
  /// @param lengths of its axes: a number, or the name of one that is known when it runs
  void output(String result, String name, String... lengths) {
    graph.message(
        1, new ProtobufWriter().text(1, result).text(2, name).text(3, name).text(4, "Identity"));
    graph.message(12, value(name, FLOAT, lengths));
  }

  /// Writes everything, for token ids.
  void writeTo(OutputStream out) throws IOException {
    writeTo(out, value("input_ids", INT64, "batch", "tokens"));
  }

  /// Writes everything, for pictures.
  void writeForPictures(OutputStream out) throws IOException {
    writeTo(out, value("pixel_values", FLOAT, "batch", "3", "height", "width"));
  }

  private void writeTo(OutputStream out, ProtobufWriter input) throws IOException {
    graph.message(11, input);
    new ProtobufWriter()
        .number(1, FORMAT)
        .text(2, "chihiro")
        .message(OnnxFile.Field.MODEL_GRAPH, graph)
        .message(8, new ProtobufWriter().text(1, "").number(2, OPERATORS))
        .message(8, new ProtobufWriter().text(1, MICROSOFT).number(2, 1L))
        .writeTo(out);
  }

  private List<String> add(
      String domain, String operation, List<String> inputs, int outputs, Attribute... attributes) {
    String name = operation + "_" + nodes++;
    List<String> results =
        LongStream.range(0, outputs).mapToObj(i -> name + "_output_" + i).toList();
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.text(OnnxFile.Field.NODE_INPUT, input));
    results.forEach(output -> node.text(OnnxFile.Field.NODE_OUTPUT, output));
    node.text(OnnxFile.Field.NODE_NAME, name).text(OnnxFile.Field.NODE_OPERATION, operation);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(OnnxFile.Field.GRAPH_NODE, node.text(7, domain));
    return results;
  }

  private String initialiser(String name, int type, byte[] raw, int... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (int length : shape) {
      tensor.number(OnnxFile.Field.TENSOR_DIMENSIONS, (long) length);
    }
    tensor.number(OnnxFile.Field.TENSOR_TYPE, (long) type);
    tensor.text(OnnxFile.Field.TENSOR_NAME, name).bytes(OnnxFile.Field.TENSOR_RAW, raw);
    graph.message(OnnxFile.Field.GRAPH_INITIALISER, tensor);
    return name;
  }

  // A length is a number, or the name of one that is known when it runs.
  private static ProtobufWriter value(String name, int type, String... lengths) {
    ProtobufWriter shape = new ProtobufWriter();
    for (String length : lengths) {
      boolean known = Character.isDigit(length.charAt(0));
      ProtobufWriter dimension = new ProtobufWriter();
      shape.message(
          1, known ? dimension.number(1, Long.parseLong(length)) : dimension.text(2, length));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, (long) type).message(2, shape);
    return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }
}
