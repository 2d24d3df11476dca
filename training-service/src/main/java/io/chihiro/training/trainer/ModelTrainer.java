package io.chihiro.training.trainer;

import java.util.concurrent.CancellationException;

/// Makes a version of one model out of a life.
public interface ModelTrainer {
  /// Learns; nothing is written yet.
  ///
  /// @throws CancellationException if the training was stopped
  Trained train(Lesson lesson) throws InterruptedException;
}
