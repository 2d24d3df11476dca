package io.chihiro.models.torch;

import ai.djl.pytorch.jni.JniUtils;
import io.chihiro.models.torch.Schedule.Cosine;
import java.util.Arrays;
import java.util.List;

/// What the dense models' trainings share.
final class DenseTraining {
  private DenseTraining() {}

  /// S0's: AdamW 1e-3 with decay 1e-4, falling to 1e-5 along half a cosine over all epochs, global
  /// norm 1, no early stop: an epoch takes a tenth of a second.
  static LoopOptions loop(int epochs, long seed) {
    return new LoopOptions(
        epochs,
        Long.MAX_VALUE,
        epochs,
        new Cosine(1e-3, 1e-5),
        1e-4,
        1.0,
        Long.MAX_VALUE, // a checkpoint at the end of an epoch is often enough
        seed);
  }

  /// Trains in one thread: the arrays are so small that handing parts of them to another takes as
  /// long as the work itself, and longer where threads wait asleep.
  static <B> TrainingLog run(Learner<B> learner, LoopOptions loop, TrainingRun run, String name) {
    int threads = JniUtils.getNumThreads();
    JniUtils.setNumThreads(1);
    try {
      return new TrainingLoop<>(learner, loop, run, name).run();
    } finally {
      JniUtils.setNumThreads(threads);
    }
  }

  static void requireEnough(int training, int validation) {
    if (training < 2 || validation < 1) {
      throw new IllegalArgumentException("a dense model needs two examples and one to check");
    }
  }

  static int hash(List<float[]> vectors) {
    return vectors.stream().map(Arrays::hashCode).toList().hashCode();
  }
}
