package io.chihiro.models.torch;

/// What keeps fine-tuning from forgetting how people speak: which parts stay, and what leaving the
/// base costs.
///
/// @param frozenEmbeddings whether the tables of words and positions stay: half of all parameters,
///     and a life has few words
/// @param frozenLayers how many of the lowest layers stay
/// @param leaving what is added to the loss
public record Restraint(boolean frozenEmbeddings, int frozenLayers, Leaving leaving) {
  /// Nothing stays and nothing costs: S0's.
  public static final Restraint NONE = new Restraint(false, 0, new Leaving.Free());

  /// What leaving the base costs.
  public sealed interface Leaving {
    /// Nothing.
    record Free() implements Leaving {}

    /// `strength · Σ(w − w₀)²` (Li et al. 2018, arXiv:1802.01483).
    ///
    /// @param strength 0.01 is their usual
    record L2Sp(double strength) implements Leaving {}

    /// `strength · mean(1 − cosine)` between what the tuned and the base encoder make of general
    /// sentences, some of them in every step.
    ///
    /// @param strength what this counts beside the objective
    /// @param sentences how many are read in a step
    record Distillation(double strength, int sentences) implements Leaving {}
  }

  boolean freezes(String parameter) {
    if (parameter.startsWith("embeddings.")) {
      return frozenEmbeddings;
    }
    String layer = parameter.replaceFirst("^encoder\\.layer\\.(\\d+)\\..*", "$1");
    return !layer.equals(parameter) && Integer.parseInt(layer) < frozenLayers;
  }
}
