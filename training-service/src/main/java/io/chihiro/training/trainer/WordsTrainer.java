package io.chihiro.training.trainer;

import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.Tfidf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the words of the days that may be known.
final class WordsTrainer implements ModelTrainer {
  @Override
  public Trained train(Lesson lesson) {
    Tfidf words = Tfidf.fit(lesson.split().known().stream().map(LifeDay::text).toList());
    ModelCard card =
        new ModelCard(
            Tfidf.NAME,
            lesson.version(),
            Kind.TFIDF,
            Optional.empty(),
            words.features().size(),
            0,
            Pooling.MEAN,
            false,
            lesson.options().seed(),
            lesson.at(),
            Map.of());
    return new Trained(
        card, words::save, List.of(), Map.of("features", (double) words.features().size()));
  }
}
