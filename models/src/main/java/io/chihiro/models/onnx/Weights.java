package io.chihiro.models.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A model's parameters by their HuggingFace names, e.g.
/// `encoder.layer.0.attention.self.query.weight`, in a fixed order.
public final class Weights {
  private final Map<String, Weight> byName;

  /// Of these parameters, in the map's order.
  public Weights(Map<String, Weight> byName) {
    this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /// One parameter.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public Weight get(String name) {
    Weight weight = byName.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("the model has no parameter " + name);
    }
    return weight;
  }

  /// Whether there is a parameter of this name.
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /// All names, in order.
  public Set<String> names() {
    return byName.keySet();
  }

  /// All parameters, in order.
  public Map<String, Weight> byName() {
    return byName;
  }

  /// These weights mixed with others (Wortsman et al. 2022, arXiv:2109.01903):
  /// `share·this + (1 − share)·base`. What tuning forgot comes back sooner than what it learned
  /// is lost.
  ///
  /// @param share 1 gives these weights, 0 the base's
  public Weights mixed(Weights base, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1");
    }
    Map<String, Weight> mixed = new LinkedHashMap<>();
    byName.forEach((name, weight) -> mixed.put(name, weight.mixed(base.get(name), share)));
    return new Weights(mixed);
  }
}
