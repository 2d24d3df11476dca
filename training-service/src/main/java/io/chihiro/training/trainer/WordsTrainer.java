package io.chihiro.training.trainer;

import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.Tfidf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the words of the days that may be known. Whoever answers counts them again, so no file
/// holds the diary's words: a version is a card that says since when it is measured.
final class WordsTrainer implements ModelTrainer {
  @Override
  public Trained train(Lesson lesson) {
    Tfidf words = Tfidf.fit(lesson.split().known().stream().map(LifeDay::text).toList());
    int features = words.features().size();
    ModelCard card = lesson.card(Tfidf.NAME, Kind.TFIDF, Optional.empty(), features, 0);
    return new Trained(card, _ -> {}, List.of(), Map.of("features", (double) features));
  }
}
