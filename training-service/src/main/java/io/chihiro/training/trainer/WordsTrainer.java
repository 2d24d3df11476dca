package io.chihiro.training.trainer;

import io.chihiro.door.Identity;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.Tfidf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the words of the days that may be known. They are the diary's words, so their file is
/// sealed.
final class WordsTrainer implements ModelTrainer {
  @Override
  public Trained train(Lesson lesson) {
    Tfidf words = Tfidf.fit(lesson.split().known().stream().map(LifeDay::text).toList());
    int features = words.features().size();
    ModelCard card = lesson.card(Tfidf.NAME, Kind.TFIDF, Optional.empty(), features, 0);
    return new Trained(
        card, folder -> save(words, folder), List.of(), Map.of("features", (double) features));
  }

  private static void save(Tfidf words, Path folder) throws IOException {
    byte[] sealed = ProcessSeal.get().seal(Identity.OWNER, "model " + Tfidf.NAME, words.json());
    Files.write(folder.resolve(Tfidf.FILE), sealed);
  }
}
