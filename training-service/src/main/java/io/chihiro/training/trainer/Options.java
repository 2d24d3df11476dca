package io.chihiro.training.trainer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the owner has chosen about how models learn.
///
/// @param encoder a HuggingFace folder to tune instead of the encoder that ships with the program
/// @param recipe how an encoder is tuned
/// @param mostSteps where tuning stops although epochs are left
/// @param checkpointSteps steps between two checkpoints
/// @param shares of tuned weights that are tried on the validation days
/// @param queryStaysBase whether moods are still read by the encoder that was tuned
/// @param threads how many texts are encoded side by side
/// @param seed where all randomness begins
public record Options(
    Optional<Path> encoder,
    RecipeName recipe,
    long mostSteps,
    long checkpointSteps,
    List<Double> shares,
    boolean queryStaysBase,
    int threads,
    long seed) {
  /// How an encoder is tuned.
  public enum RecipeName {
    /// Half of it stays as it is, and a hundred steps are enough.
    CAREFUL,
    /// As the paper has it: it learns its triplets by heart.
    PAPER
  }

  public Options {
    shares = List.copyOf(shares);
    if (shares.isEmpty() || shares.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
      throw new IllegalArgumentException(
          "chihiro.training.shares must be numbers above 0 and at most 1");
    }
    if (mostSteps < 1 || checkpointSteps < 1 || threads < 1) {
      throw new IllegalArgumentException("steps and threads of a training are at least one");
    }
  }
}
