package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import io.chihiro.models.DenseLayers;
import io.chihiro.models.DenseLayers.Layer;
import io.chihiro.models.onnx.Weight;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.Parameters.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What the dense models are built of: linear layers, and hidden blocks of
/// `dropout(relu(batchNorm(linear(x))))` (Ioffe and Szegedy 2015, arXiv:1502.03167).
final class DenseNet {
  /// S0's share of activations that a training step leaves out.
  private static final float DROPOUT = 0.2f;

  /// PyTorch's usual ones: what is added to the variance, and how much of the running mean stays.
  private static final float EPSILON = 1e-5f;

  private static final float MOMENTUM = 0.9f;

  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";
  private static final String SCALE = ".scale";
  private static final String SHIFT = ".shift";
  private static final String MEAN = ".running_mean";
  private static final String VARIANCE = ".running_variance";

  private final Parameters parameters;

  DenseNet(Parameters parameters) {
    this.parameters = parameters;
  }

  /// Parameters as they begin: PyTorch's uniform `±1/√inputs` for linear layers, nothing done yet
  /// for norms.
  static final class Start {
    private final Map<String, Weight> byName = new LinkedHashMap<>();
    private final Random random;

    Start(long seed) {
      this.random = new Random(seed);
    }

    Start linear(String name, int inputs, int outputs) {
      byName.put(name + WEIGHT, Weight.of(uniform(inputs * outputs, inputs), outputs, inputs));
      byName.put(name + BIAS, Weight.of(uniform(outputs, inputs), outputs));
      return this;
    }

    Start hidden(String name, int inputs, int outputs) {
      linear(name, inputs, outputs);
      byName.put(name + SCALE, filled(1, outputs));
      byName.put(name + SHIFT, filled(0, outputs));
      byName.put(name + MEAN, filled(0, outputs));
      byName.put(name + VARIANCE, filled(1, outputs));
      return this;
    }

    Parameters parameters() {
      return new Parameters(new Weights(byName), DenseNet::role);
    }

    private float[] uniform(int count, int inputs) {
      float bound = (float) (1 / Math.sqrt(inputs));
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (2 * random.nextFloat() - 1) * bound;
      }
      return values;
    }

    private static Weight filled(float value, int count) {
      float[] values = new float[count];
      Arrays.fill(values, value);
      return Weight.of(values, count);
    }
  }

  /// B x inputs -> B x outputs
  NDArray linear(NDArray x, String name) {
    return Linear.linear(x, parameters.get(name + WEIGHT), parameters.get(name + BIAS))
        .singletonOrThrow();
  }

  /// B x inputs -> B x outputs
  NDArray hidden(NDArray x, String name, boolean training) {
    NDArray normed =
        BatchNorm.batchNorm(
                linear(x, name),
                parameters.get(name + MEAN),
                parameters.get(name + VARIANCE),
                parameters.get(name + SCALE),
                parameters.get(name + SHIFT),
                1,
                MOMENTUM,
                EPSILON,
                training)
            .singletonOrThrow();
    NDArray active = Activation.relu(normed);
    return training ? Dropout.dropout(active, DROPOUT, true).singletonOrThrow() : active;
  }

  /// Hidden blocks and a last linear layer as they are served, each BatchNorm folded into the
  /// linear layer before it: `W' = W·γ/√(σ²+ε)`, `b' = (b − μ)·γ/√(σ²+ε) + β`.
  static DenseLayers served(Weights weights, List<String> hidden, String last) {
    List<Layer> layers = new ArrayList<>();
    hidden.forEach(name -> layers.add(folded(weights, name)));
    layers.add(new Layer(rows(weights.get(last + WEIGHT)), weights.get(last + BIAS).values()));
    return DenseLayers.of(layers);
  }

  /// Vectors in rows.
  static NDArray rows(NDManager step, List<float[]> vectors) {
    return step.create(vectors.toArray(float[][]::new));
  }

  private static Role role(String name) {
    return name.endsWith(MEAN) || name.endsWith(VARIANCE) ? Role.RUNNING : Role.TRAINED;
  }

  private static Layer folded(Weights weights, String name) {
    float[][] matrix = rows(weights.get(name + WEIGHT));
    float[] bias = weights.get(name + BIAS).values().clone();
    float[] scale = weights.get(name + SCALE).values();
    float[] shift = weights.get(name + SHIFT).values();
    float[] mean = weights.get(name + MEAN).values();
    float[] variance = weights.get(name + VARIANCE).values();
    for (int row = 0; row < bias.length; row++) {
      float factor = (float) (scale[row] / Math.sqrt(variance[row] + EPSILON));
      bias[row] = (bias[row] - mean[row]) * factor + shift[row];
      for (int column = 0; column < matrix[row].length; column++) {
        matrix[row][column] *= factor;
      }
    }
    return new Layer(matrix, bias);
  }

  private static float[][] rows(Weight matrix) {
    int columns = matrix.length(1);
    float[][] rows = new float[matrix.length(0)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(matrix.values(), row * columns, (row + 1) * columns);
    }
    return rows;
  }
}
