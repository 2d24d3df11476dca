package io.chihiro.models.torch;

/// How a training goes, whatever the model.
///
/// @param epochs how often every example is seen at most
/// @param mostSteps where to stop although epochs are left
/// @param patience epochs without a better score before it stops early
/// @param schedule the learning rate's way
/// @param weightDecay AdamW's λ
/// @param clip the longest gradient, over all parameters together
/// @param checkpointSteps steps between two checkpoints
/// @param seed where all randomness begins
public record LoopOptions(
    int epochs,
    long mostSteps,
    int patience,
    Schedule schedule,
    double weightDecay,
    double clip,
    long checkpointSteps,
    long seed) {
  public LoopOptions {
    if (epochs < 1 || mostSteps < 1 || patience < 1 || checkpointSteps < 1) {
      throw new IllegalArgumentException("epochs, steps and patience are at least one");
    }
    if (!(clip > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException("the clip is positive and the decay not negative");
    }
  }

  /// The same with so many epochs at most.
  public LoopOptions withEpochs(int other) {
    return with(other, mostSteps, schedule, checkpointSteps);
  }

  /// The same with so many steps at most.
  public LoopOptions withMostSteps(long other) {
    return with(epochs, other, schedule, checkpointSteps);
  }

  /// The same at another pace.
  public LoopOptions with(Schedule other) {
    return with(epochs, mostSteps, other, checkpointSteps);
  }

  /// The same with so many steps between two checkpoints.
  public LoopOptions withCheckpointSteps(long other) {
    return with(epochs, mostSteps, schedule, other);
  }

  private LoopOptions with(
      int otherEpochs, long otherMostSteps, Schedule otherSchedule, long otherCheckpointSteps) {
    return new LoopOptions(
        otherEpochs,
        otherMostSteps,
        patience,
        otherSchedule,
        weightDecay,
        clip,
        otherCheckpointSteps,
        seed);
  }
}
