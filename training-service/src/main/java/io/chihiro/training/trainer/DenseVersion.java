package io.chihiro.training.trainer;

import io.chihiro.models.DenseLayers;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.torch.TrainingLog;
import java.util.Optional;

/// Layers over the base encoder, as a version that can be written.
final class DenseVersion {
  private DenseVersion() {}

  static Trained of(Trainers model, Lesson lesson, DenseLayers layers, TrainingLog log) {
    TextEncoder base = lesson.base();
    ModelCard card =
        lesson.card(model.model(), Kind.DENSE, Optional.of(base), layers.outputs(), base.window());
    return new Trained(
        card,
        folder -> layers.write(folder.resolve(ModelFolder.LAYERS)),
        Losses.of(log),
        Losses.metrics(log));
  }
}
