package io.chihiro.models.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An .onnx file: which nodes it has, and its initialisers, which can be read and replaced.
///
/// Only the handful of protobuf fields that this needs is understood; everything else is carried
/// over byte by byte (onnx.proto, https://onnx.ai).
public final class OnnxFile {
  /// The fields of onnx.proto that are read or written here.
  static final class Field {
    static final int MODEL_GRAPH = 7;
    static final int GRAPH_NODE = 1;
    static final int GRAPH_INITIALISER = 5;
    static final int NODE_INPUT = 1;
    static final int NODE_OUTPUT = 2;
    static final int NODE_NAME = 3;
    static final int NODE_OPERATION = 4;
    static final int TENSOR_DIMENSIONS = 1;
    static final int TENSOR_TYPE = 2;
    static final int TENSOR_NAME = 8;
    static final int TENSOR_RAW = 9;

    private Field() {}
  }

  /// `TensorProto.DataType.FLOAT`.
  static final int FLOAT = 1;

  /// One step of the computation.
  ///
  /// @param operation what it does, e.g. `MatMul`
  /// @param name e.g. `/encoder/layer.0/attention/self/query/MatMul`
  public record Node(String operation, String name, List<String> inputs) {
    public Node {
      inputs = List.copyOf(inputs);
    }
  }

  private record Tensor(String name, int type, List<Long> dimensions, ByteBuffer raw) {
    private Weight weight() {
      float[] values = new float[raw.remaining() / Float.BYTES];
      raw.asFloatBuffer().get(values);
      return Weight.of(values, dimensions.stream().mapToInt(Math::toIntExact).toArray());
    }
  }

  private final byte[] file;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private OnnxFile(byte[] file) {
    this.file = file;
    ProtobufReader model = new ProtobufReader(ByteBuffer.wrap(file));
    while (model.next()) {
      if (model.field() == Field.MODEL_GRAPH) {
        readGraph(model.bytes());
      } else {
        model.skip();
      }
    }
  }

  /// Reads a file's bytes, which may not be changed afterwards.
  ///
  /// @throws IllegalArgumentException if it is no .onnx file
  public static OnnxFile of(byte[] file) {
    try {
      return new OnnxFile(file);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IllegalArgumentException("the .onnx file is cut off or something else", e);
    }
  }

  /// Every step, in the order of their computation.
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /// The names of all initialisers of 32-bit floats, in order.
  public List<String> floatNames() {
    return tensors.values().stream()
        .filter(tensor -> tensor.type() == FLOAT && tensor.raw().hasRemaining())
        .map(Tensor::name)
        .toList();
  }

  /// The numbers of an initialiser of 32-bit floats.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public Weight floats(String name) {
    return tensor(name).weight();
  }

  /// The file with other numbers in its initialisers of 32-bit floats.
  ///
  /// @param numbers what an initialiser shall hold, asked for one after the other
  /// @throws IllegalArgumentException if one has another shape
  public byte[] with(Function<String, Weight> numbers) {
    byte[] changed = file.clone();
    floatNames().forEach(name -> replace(changed, name, numbers.apply(name)));
    return changed;
  }

  // As many numbers in the same shape take the same bytes: nothing around them moves.
  private void replace(byte[] changed, String name, Weight weight) {
    Tensor tensor = tensor(name);
    if (tensor.raw().remaining() != weight.values().length * Float.BYTES) {
      throw new IllegalArgumentException(name + " has another shape in the .onnx file");
    }
    byte[] bytes = ProtobufWriter.littleEndian(weight.values());
    System.arraycopy(bytes, 0, changed, tensor.raw().arrayOffset(), bytes.length);
  }

  private Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the .onnx file has no initialiser " + name);
    }
    return tensor;
  }

  private void readGraph(ByteBuffer bytes) {
    ProtobufReader graph = new ProtobufReader(bytes);
    while (graph.next()) {
      switch (graph.field()) {
        case Field.GRAPH_NODE -> nodes.add(node(graph.bytes()));
        case Field.GRAPH_INITIALISER -> {
          Tensor tensor = tensor(graph.bytes());
          tensors.put(tensor.name(), tensor);
        }
        default -> graph.skip();
      }
    }
  }

  private static Node node(ByteBuffer bytes) {
    ProtobufReader node = new ProtobufReader(bytes);
    List<String> inputs = new ArrayList<>();
    String name = "";
    String operation = "";
    while (node.next()) {
      switch (node.field()) {
        case Field.NODE_INPUT -> inputs.add(node.text());
        case Field.NODE_NAME -> name = node.text();
        case Field.NODE_OPERATION -> operation = node.text();
        default -> node.skip();
      }
    }
    return new Node(operation, name, inputs);
  }

  private static Tensor tensor(ByteBuffer bytes) {
    ProtobufReader tensor = new ProtobufReader(bytes);
    List<Long> dimensions = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer raw = ByteBuffer.allocate(0);
    while (tensor.next()) {
      switch (tensor.field()) {
        case Field.TENSOR_DIMENSIONS -> readDimensions(tensor, dimensions);
        case Field.TENSOR_TYPE -> type = (int) tensor.varint();
        case Field.TENSOR_NAME -> name = tensor.text();
        case Field.TENSOR_RAW -> raw = tensor.bytes();
        default -> tensor.skip();
      }
    }
    return new Tensor(name, type, dimensions, raw);
  }

  // One number, or several packed into one field: writers do both.
  private static void readDimensions(ProtobufReader tensor, List<Long> dimensions) {
    if (!tensor.isBytes()) {
      dimensions.add(tensor.varint());
      return;
    }
    ProtobufReader packed = new ProtobufReader(tensor.bytes());
    while (packed.hasMore()) {
      dimensions.add(packed.varint());
    }
  }
}
