package io.chihiro.models;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fully connected layers with ReLU between them, in plain Java: `y = W·relu(x) + b` a layer, the
/// first without relu. BatchNorm is folded into the weights before they come here, dropout is no
/// part of serving.
///
/// File: the number `0x43484931`, the count of layers, then per layer outputs, inputs, the weights
/// row by row (one row an output) and the bias; all big-endian.
public final class DenseLayers {
  private static final int MAGIC = 0x43484931;
  private static final int MOST_LAYERS = 64;
  private static final int WIDEST = 65_536;

  /// One layer.
  public static final class Layer {
    private final float[][] weights;
    private final float[] bias;

    /// Of weights in rows, one row an output, and a bias for each.
    public Layer(float[][] weights, float[] bias) {
      this.weights = weights;
      this.bias = bias;
    }

    private int inputs() {
      return weights[0].length;
    }

    private int outputs() {
      return weights.length;
    }

    private float[] of(float[] input) {
      float[] output = new float[outputs()];
      for (int i = 0; i < output.length; i++) {
        output[i] = bias[i] + Vectors.dot(weights[i], input);
      }
      return output;
    }
  }

  private final List<Layer> layers;

  private DenseLayers(List<Layer> layers) {
    this.layers = List.copyOf(layers);
  }

  /// Layers one after the other.
  public static DenseLayers of(List<Layer> layers) {
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
        throw new IllegalArgumentException("layer " + i + " does not fit the one before it");
      }
    }
    return new DenseLayers(layers);
  }

  /// Reads layers from their file.
  ///
  /// @throws BrokenModelException if the file is missing, cut off or something else
  public static DenseLayers read(Path file) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      require(in.readInt() == MAGIC, "it does not begin as such a file does");
      List<Layer> layers = new ArrayList<>();
      for (int left = size(in, MOST_LAYERS); left > 0; left--) {
        layers.add(layer(in));
      }
      require(in.read() < 0, "there is something after its end");
      return of(layers);
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenModelException(file + " holds no layers that can be read", e);
    }
  }

  /// Writes the layers to a file.
  public void write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(MAGIC);
      out.writeInt(layers.size());
      for (Layer layer : layers) {
        write(layer, out);
      }
    }
  }

  /// Numbers in an input.
  public int inputs() {
    return layers.getFirst().inputs();
  }

  /// Numbers in an output.
  public int outputs() {
    return layers.getLast().outputs();
  }

  /// What the layers make of a vector.
  public float[] of(float[] vector) {
    float[] x = layers.getFirst().of(vector);
    for (Layer layer : layers.subList(1, layers.size())) {
      x = layer.of(relu(x));
    }
    return x;
  }

  /// What the layers make of a vector, of length one.
  public float[] unit(float[] vector) {
    return Vectors.unit(of(vector));
  }

  private static float[] relu(float[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    return x;
  }

  private static Layer layer(DataInputStream in) throws IOException {
    int outputs = size(in, WIDEST);
    int inputs = size(in, WIDEST);
    float[][] weights = new float[outputs][];
    for (int i = 0; i < outputs; i++) {
      weights[i] = floats(in, inputs);
    }
    return new Layer(weights, floats(in, outputs));
  }

  private static int size(DataInputStream in, int most) throws IOException {
    int size = in.readInt();
    require(size > 0 && size <= most, "one of its sizes is out of range");
    return size;
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.readFloat();
    }
    return floats;
  }

  private static void write(Layer layer, DataOutputStream out) throws IOException {
    out.writeInt(layer.outputs());
    out.writeInt(layer.inputs());
    for (float[] row : layer.weights) {
      write(row, out);
    }
    write(layer.bias, out);
  }

  private static void write(float[] floats, DataOutputStream out) throws IOException {
    for (float value : floats) {
      out.writeFloat(value);
    }
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
