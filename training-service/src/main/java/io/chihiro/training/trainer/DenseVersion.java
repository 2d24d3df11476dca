package io.chihiro.training.trainer;

import io.chihiro.models.DenseLayers;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.torch.TrainingLog;
import java.util.Map;
import java.util.Optional;

/// Layers over the base encoder, as a version that can be written.
final class DenseVersion {
  private DenseVersion() {}

  static Trained of(Trainers model, Lesson lesson, DenseLayers layers, TrainingLog log) {
    ModelCard card =
        new ModelCard(
            model.model(),
            lesson.version(),
            Kind.DENSE,
            Optional.of(lesson.base().version()),
            layers.outputs(),
            lesson.base().window(),
            Pooling.MEAN,
            false,
            lesson.options().seed(),
            lesson.at(),
            Map.of());
    return new Trained(
        card,
        folder -> layers.write(folder.resolve(ModelFolder.LAYERS)),
        Losses.of(log),
        Losses.metrics(log));
  }
}
