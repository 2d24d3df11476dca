package io.chihiro.models.torch;

import java.util.List;

/// What a training went through.
///
/// @param epochs each epoch's loss and score, in order
/// @param bestEpoch the one whose numbers were kept
/// @param steps steps taken, those before an interruption included
/// @param peakResidentBytes the process's largest resident memory so far; 0 where the system does
///     not say
public record TrainingLog(List<Epoch> epochs, int bestEpoch, long steps, long peakResidentBytes) {
  public TrainingLog {
    epochs = List.copyOf(epochs);
  }

  /// One epoch.
  ///
  /// @param number from 1
  /// @param loss mean over its steps
  /// @param score on what was held out, the larger the better
  public record Epoch(int number, double loss, double score) {}
}
