package io.chihiro.training;

import io.chihiro.events.ModelTrained;
import io.chihiro.models.MostPlayed;
import io.chihiro.models.RandomSongs;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.HeldOutDays;
import io.chihiro.models.evaluation.HeldOutDays.Day;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lays the serving encoder beside the baselines that need no text, on the owner's own days.
final class EncoderReport {
  private static final long SEED = 20_261_122;

  private EncoderReport() {}

  /// What is announced about the encoder that ships with the program.
  static ModelTrained of(List<Day> days, double beta, Instant now) throws InterruptedException {
    Map<String, Double> metrics = new TreeMap<>();
    add(metrics, SentenceEncoder.NAME, days, HeldOutDays.bySimilarity(beta));
    add(metrics, MostPlayed.NAME, days, HeldOutDays.by(new MostPlayed()));
    add(metrics, RandomSongs.NAME, days, HeldOutDays.by(new RandomSongs(SEED)));
    return new ModelTrained(
        SentenceEncoder.NAME,
        SentenceEncoder.VERSION,
        "built-in",
        now,
        metrics,
        true,
        "It ships with the program and serves until a fitted model proves better.");
  }

  private static void add(
      Map<String, Double> metrics, String name, List<Day> days, HeldOutDays.Ranker ranker)
      throws InterruptedException {
    HeldOutDays.measure(days, ranker)
        .forEach((figure, value) -> metrics.put(name + " " + figure, value));
  }
}
