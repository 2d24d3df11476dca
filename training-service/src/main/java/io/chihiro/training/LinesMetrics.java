package io.chihiro.training;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.evaluation.LinesReport;
import java.util.Map;
import java.util.TreeMap;

/// The figures that the record of a version carries which reads questions about lines. Pure.
final class LinesMetrics {
  private LinesMetrics() {}

  /// Of a version; what could not be measured is left out.
  static Map<String, Double> of(LinesReport report) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("pairs", (double) report.learned().pairs());
    metrics.put("validation pairs", (double) report.learned().validation());
    metrics.put("own line, mrr", report.learned().ownLine());
    metrics.put("own line, mrr of the base", report.learned().ownLineOfBase());
    metrics.put("personas", (double) report.personas());
    metrics.put("songs", (double) report.songs());
    metrics.put("rank correlation with the base", report.drift().correlation());
    for (LinesReport.Row row : report.rows()) {
      metrics.put("map@10, " + row.model(), row.map().value());
      row.gain().ifPresent(gain -> gain(metrics, row.model(), gain));
    }
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }

  private static void gain(Map<String, Double> metrics, String over, Interval gain) {
    metrics.put("gain in map@10 over " + over, gain.value());
    metrics.put("gain in map@10 over " + over + ", at least", gain.low());
    metrics.put("gain in map@10 over " + over + ", at most", gain.high());
  }
}
