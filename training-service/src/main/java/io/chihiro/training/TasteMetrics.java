package io.chihiro.training;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.ForYouGate;
import io.chihiro.models.tastes.MostTaken;
import io.chihiro.models.tastes.TasteReport;
import java.util.Map;
import java.util.TreeMap;

/// The figures that the record of a version carries which tells what people like one love. Pure.
final class TasteMetrics {
  private TasteMetrics() {}

  /// Of a measured version; what could not be measured is left out. May be added to.
  static Map<String, Double> of(TasteReport measured, long seed) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("people", (double) measured.users());
    metrics.put("songs", (double) measured.items());
    metrics.put("interactions", (double) measured.interactions());
    for (TasteReport.Row row : measured.rows()) {
      metrics.put("hit@10, " + row.model(), row.overall().hitAt10().value());
      metrics.put("ndcg@10, " + row.model(), row.overall().ndcgAt10().value());
    }
    Interval gain = measured.gain(ForYouGate.best(measured).model(), MostTaken.NAME, seed);
    metrics.put("gain in ndcg@10 over most-popular", gain.value());
    metrics.put("gain in ndcg@10 over most-popular, at least", gain.low());
    metrics.put("gain in ndcg@10 over most-popular, at most", gain.high());
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }
}
