package io.chihiro.models.torch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What surrounds a training: who listens, who may stop it, where it can be taken up again.
///
/// @param checkpoints a folder of its own; what an earlier run of the same training left there is
///     taken up
/// @param progress told after every step
/// @param cancelled asked before every step
public record TrainingRun(
    Path checkpoints, Consumer<Progress> progress, BooleanSupplier cancelled, InstantSource clock) {

  /// Where a training stands.
  ///
  /// @param epoch from 1
  /// @param step from 1
  /// @param steps in all, if it is not stopped early
  /// @param loss of the last step
  /// @param left an estimate, from the pace so far
  public record Progress(
      int epoch, int epochs, long step, long steps, double loss, Duration left) {}

  /// A run that nobody listens to and nobody stops.
  public static TrainingRun quiet(Path checkpoints) {
    return new TrainingRun(checkpoints, _ -> {}, () -> false, InstantSource.system());
  }
}
