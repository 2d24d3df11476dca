package io.chihiro.training;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.evaluation.NextSongReport;
import io.chihiro.models.evaluation.NextSongReport.Figures;
import io.chihiro.models.sequences.SequenceModels;
import io.chihiro.models.sequences.SkipGram;
import java.util.Map;
import java.util.TreeMap;

/// The figures that the record of a version carries which tells which songs live together. Pure.
final class CompanyMetrics {
  private CompanyMetrics() {}

  /// Of a version; what could not be measured is left out. May be added to.
  static Map<String, Double> of(OwnSequences heard, SkipGram model, NextSongReport measured) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("sessions", (double) heard.sessions().size());
    metrics.put("playlists", (double) heard.playlists().size());
    metrics.put("songs", (double) model.vocabulary().size());
    metrics.put("questions", (double) measured.questions());
    metrics.put("loss", model.losses().getLast());
    for (SequenceModels each : SequenceModels.values()) {
      Figures own = measured.of(each);
      metrics.put("hit@10, " + each.words(), own.hitAt10().value());
      metrics.put("mrr, " + each.words(), own.mrr().value());
      if (each != SequenceModels.SKIP_GRAM) {
        gain(metrics, each.words(), measured.gainOver(each).hitAt10());
      }
    }
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }

  private static void gain(Map<String, Double> metrics, String over, Interval gain) {
    metrics.put("gain in hit@10 over " + over, gain.value());
    metrics.put("gain in hit@10 over " + over + ", at least", gain.low());
    metrics.put("gain in hit@10 over " + over + ", at most", gain.high());
  }
}
