package io.chihiro.models.sequences;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What surrounds a training on sequences: its threads, where it can be taken up again, who listens
/// and who may stop it.
///
/// @param threads one gives the same numbers for the same seed; several are quicker
/// @param checkpoint a file; what an earlier run of the same training left there is taken up
/// @param progress told after every epoch, when its checkpoint is written
/// @param cancelled asked again and again
public record LearningRun(
    int threads, Optional<Path> checkpoint, Consumer<Epoch> progress, BooleanSupplier cancelled) {
  /// An epoch that is over.
  ///
  /// @param number from 1
  /// @param loss the mean of its pairs
  /// @param pairs learned in it, each with its negatives
  public record Epoch(int number, double loss, long pairs) {}

  public LearningRun {
    if (threads < 1) {
      throw new IllegalArgumentException("a training needs a thread at least");
    }
  }

  /// A run that nobody listens to and nobody stops.
  public static LearningRun quiet(int threads) {
    return new LearningRun(threads, Optional.empty(), _ -> {}, () -> false);
  }

  /// The same, taken up from this file and kept there.
  public LearningRun at(Path file) {
    return new LearningRun(threads, Optional.of(file), progress, cancelled);
  }

  /// The same, with somebody who listens.
  public LearningRun told(Consumer<Epoch> listener) {
    return new LearningRun(threads, checkpoint, listener, cancelled);
  }
}
