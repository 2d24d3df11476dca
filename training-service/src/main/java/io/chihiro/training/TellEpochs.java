package io.chihiro.training;

import io.chihiro.models.sequences.LearningRun.Epoch;
import io.chihiro.models.torch.TrainingRun.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Tells epochs as the steps of a training; the time that is left follows from the last one.
final class TellEpochs implements Consumer<Epoch> {
  private final int epochs;
  private final InstantSource clock;
  private final Consumer<Progress> listener;
  private Instant last;

  TellEpochs(int epochs, InstantSource clock, Consumer<Progress> listener) {
    this.epochs = epochs;
    this.clock = clock;
    this.listener = listener;
    this.last = clock.instant();
  }

  @Override
  public void accept(Epoch epoch) {
    Instant now = clock.instant();
    Duration left = Duration.between(last, now).multipliedBy(epochs - epoch.number());
    last = now;
    listener.accept(
        new Progress(epoch.number(), epochs, epoch.number(), epochs, epoch.loss(), left));
  }
}
