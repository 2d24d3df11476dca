package io.chihiro.training.trainer;

import io.chihiro.models.evaluation.Split;
import io.chihiro.models.torch.Vae;
import java.util.List;

/// Learns from the vectors of all passages of the days.
final class VaeTrainer implements ModelTrainer {
  @Override
  public Trained train(Lesson lesson) throws InterruptedException {
    Split split = lesson.split();
    List<float[]> training = lesson.base().encodeAll(lesson.passages(split.learned()));
    List<float[]> validation = lesson.base().encodeAll(lesson.passages(split.validationDays()));
    Vae.Config config = Vae.Config.usual(lesson.options().seed());
    Vae.Trained trained = Vae.train(config, training, validation, lesson.run());
    return DenseVersion.of(Trainers.VAE, lesson, trained.layers(), trained.log());
  }
}
