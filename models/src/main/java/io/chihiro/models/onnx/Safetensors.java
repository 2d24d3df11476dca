package io.chihiro.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Weights in HuggingFace's safetensors: the header's length in eight bytes, a header of JSON
/// (`{"name": {"dtype", "shape", "data_offsets": [from, to]}}`), then the numbers, little-endian.
///
/// 32-bit floats are read and written; 16-bit ones (F16, BF16) are read.
public final class Safetensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final long LONGEST_HEADER = 100L << 20;

  private Safetensors() {}

  /// Reads every tensor of floats; others, such as position ids, are left out.
  ///
  /// @throws IOException if the file is missing, cut off or something else
  public static Weights read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = bytes(channel, 0, Long.BYTES).getLong();
      if (length <= 0 || length > Math.min(LONGEST_HEADER, channel.size())) {
        throw new IOException(file + " is no safetensors file");
      }
      ByteBuffer header = bytes(channel, Long.BYTES, (int) length);
      JsonNode tensors = JSON.readTree(StandardCharsets.UTF_8.decode(header).toString());
      return read(channel, tensors, Long.BYTES + length);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException(file + " is cut off or no safetensors file", e);
    }
  }

  /// What is written: a shape, and numbers that are asked for when their turn comes.
  public interface Tensor {
    /// The lengths of all axes.
    int[] shape();

    /// As many numbers as the shape holds.
    float[] values();
  }

  /// Writes tensors as 32-bit floats, in the map's order, one after the other.
  public static void write(Map<String, ? extends Tensor> tensors, Path file) throws IOException {
    byte[] header = header(tensors).toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(ProtobufWriter.littleEndian((long) header.length));
      out.write(header);
      for (Tensor tensor : tensors.values()) {
        out.write(ProtobufWriter.littleEndian(tensor.values()));
      }
    }
  }

  private static Weights read(FileChannel channel, JsonNode tensors, long start)
      throws IOException {
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> tensor : tensors.properties()) {
      String type = tensor.getValue().path("dtype").asText();
      if (!tensor.getKey().equals(METADATA) && type.matches("F32|F16|BF16")) {
        weights.put(tensor.getKey(), weight(channel, tensor.getValue(), type, start));
      }
    }
    return new Weights(weights);
  }

  private static Weight weight(FileChannel channel, JsonNode tensor, String type, long start)
      throws IOException {
    long from = tensor.path("data_offsets").path(0).asLong();
    long to = tensor.path("data_offsets").path(1).asLong();
    ByteBuffer bytes = bytes(channel, start + from, Math.toIntExact(to - from));
    int[] shape = new int[tensor.path("shape").size()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.path("shape").path(axis).asInt();
    }
    return Weight.of(floats(bytes, type), shape);
  }

  private static float[] floats(ByteBuffer bytes, String type) {
    float[] values = new float[bytes.remaining() / (type.equals("F32") ? 4 : 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case "F32" -> bytes.getFloat();
            case "F16" -> Float.float16ToFloat(bytes.getShort());
            default -> Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
          };
    }
    return values;
  }

  private static ObjectNode header(Map<String, ? extends Tensor> tensors) {
    ObjectNode header = JSON.createObjectNode();
    long from = 0;
    for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
      int[] shape = entry.getValue().shape();
      long to = from + Arrays.stream(shape).asLongStream().reduce(Float.BYTES, Math::multiplyExact);
      ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", "F32");
      tensor.set("shape", JSON.valueToTree(shape));
      tensor.putArray("data_offsets").add(from).add(to);
      from = to;
    }
    return header;
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("a safetensors file is cut off");
      }
    }
    return bytes.flip();
  }
}
