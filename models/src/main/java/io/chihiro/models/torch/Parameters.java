package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.chihiro.models.onnx.Safetensors.Tensor;
import io.chihiro.models.onnx.Weight;
import io.chihiro.models.onnx.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// A model's numbers where PyTorch can reach them, and what may become of each.
final class Parameters implements AutoCloseable {
  /// What training does to a parameter.
  enum Role {
    /// Follows its gradient.
    TRAINED,
    /// Changes by itself when the model is run for training: BatchNorm's running mean.
    RUNNING,
    /// Stays.
    FROZEN
  }

  private final NDManager manager;
  private final Map<String, NDArray> byName = new LinkedHashMap<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();

  Parameters(Weights weights, Function<String, Role> role) {
    this.manager = NDManager.newBaseManager("PyTorch");
    weights.byName().forEach((name, weight) -> add(name, weight, role.apply(name)));
  }

  private void add(String name, Weight weight, Role role) {
    NDArray array = manager.create(weight.values(), shape(weight.shape()));
    array.setRequiresGradient(role == Role.TRAINED);
    byName.put(name, array);
    roles.put(name, role);
  }

  /// Arrays that live for one step and are given back with it.
  NDManager newStep() {
    return manager.newSubManager();
  }

  /// Arrays that live as long as the parameters.
  NDManager manager() {
    return manager;
  }

  NDArray get(String name) {
    NDArray array = byName.get(name);
    if (array == null) {
      throw new IllegalArgumentException("the model has no parameter " + name);
    }
    return array;
  }

  /// Those that follow their gradient, in order.
  Map<String, NDArray> trained() {
    Map<String, NDArray> trained = new LinkedHashMap<>(byName);
    trained.keySet().removeIf(name -> roles.get(name) != Role.TRAINED);
    return trained;
  }

  /// Those that training changes in any way, to be written one after the other.
  Map<String, Tensor> changing() {
    Map<String, Tensor> changing = new LinkedHashMap<>();
    byName.forEach(
        (name, array) -> {
          if (roles.get(name) != Role.FROZEN) {
            changing.put(name, tensor(array));
          }
        });
    return changing;
  }

  /// A copy of all of them.
  Weights weights() {
    Map<String, Weight> weights = new LinkedHashMap<>();
    byName.forEach((name, array) -> weights.put(name, weight(array)));
    return new Weights(weights);
  }

  /// Takes these numbers for the parameters they name.
  void load(Weights weights) {
    weights.byName().forEach((name, weight) -> get(name).set(weight.values()));
  }

  @Override
  public void close() {
    manager.close();
  }

  static Tensor tensor(NDArray array) {
    return new Tensor() {
      @Override
      public int[] shape() {
        return Parameters.shape(array.getShape());
      }

      @Override
      public float[] values() {
        return array.toFloatArray();
      }
    };
  }

  private static Weight weight(NDArray array) {
    return Weight.of(array.toFloatArray(), shape(array.getShape()));
  }

  private static int[] shape(Shape shape) {
    int[] lengths = new int[shape.dimension()];
    for (int axis = 0; axis < lengths.length; axis++) {
      lengths[axis] = Math.toIntExact(shape.get(axis));
    }
    return lengths;
  }

  private static Shape shape(int[] lengths) {
    long[] shape = new long[lengths.length];
    for (int axis = 0; axis < lengths.length; axis++) {
      shape[axis] = lengths[axis];
    }
    return new Shape(shape);
  }
}
