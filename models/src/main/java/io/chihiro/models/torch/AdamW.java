package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.chihiro.models.onnx.Safetensors.Tensor;
import io.chihiro.models.onnx.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/// Adam with decoupled weight decay (Loshchilov and Hutter 2017, arXiv:1711.05101), whose state can
/// be kept and taken up again; DJL's own cannot.
///
/// `m ← β₁m + (1−β₁)g`, `v ← β₂v + (1−β₂)g²`, `w ← w − r·λ·w − r·m̂ / (√v + ε)`.
final class AdamW {
  /// Kingma and Ba 2014: the usual ones.
  private static final float BETA_1 = 0.9f;

  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private static final String MEAN = "mean.";
  private static final String VARIANCE = "variance.";

  private record Moments(NDArray mean, NDArray variance) {}

  private final Map<String, NDArray> parameters;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private final float weightDecay;

  AdamW(Parameters parameters, double weightDecay) {
    this.parameters = parameters.trained();
    this.weightDecay = (float) weightDecay;
    NDManager manager = parameters.manager();
    this.parameters.forEach(
        (name, array) ->
            moments.put(
                name,
                new Moments(manager.zeros(array.getShape()), manager.zeros(array.getShape()))));
  }

  /// Moves every parameter against its gradient and forgets the gradient.
  ///
  /// @param scale by which every gradient is multiplied: what clipping the global norm asks for
  /// @param update the how-manieth it is, from 1
  void step(Map<String, NDArray> gradients, float scale, double rate, long update) {
    double unbiased = rate * Math.sqrt(seen(BETA_2, update)) / seen(BETA_1, update);
    parameters.forEach(
        (name, weight) -> {
          NDArray gradient = gradients.get(name);
          Moments moment = moments.get(name);
          if (gradient == null || moment == null) {
            throw new IllegalStateException(name + " has no gradient");
          }
          NDList inputs = new NDList(weight, gradient, moment.mean(), moment.variance());
          gradient
              .getNDArrayInternal()
              .adamUpdate(
                  inputs,
                  new NDList(weight),
                  (float) rate,
                  (float) unbiased,
                  weightDecay,
                  scale,
                  -1,
                  BETA_1,
                  BETA_2,
                  EPSILON,
                  false,
                  true);
        });
  }

  // What a mean that began with zero has seen of the whole so far.
  private static double seen(double beta, long updates) {
    return 1 - Math.pow(beta, (double) updates);
  }

  /// What must be kept to go on later.
  Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    moments.forEach(
        (name, moment) -> {
          state.put(MEAN + name, Parameters.tensor(moment.mean()));
          state.put(VARIANCE + name, Parameters.tensor(moment.variance()));
        });
    return state;
  }

  /// Takes up a state that was kept.
  void load(Weights state) {
    moments.forEach(
        (name, moment) -> {
          moment.mean().set(state.get(MEAN + name).values());
          moment.variance().set(state.get(VARIANCE + name).values());
        });
  }
}
