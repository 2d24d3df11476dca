package io.chihiro.training.trainer;

import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.torch.TrainingLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a training's log says to those who read a report.
final class Losses {
  private static final double MEBIBYTE = 1 << 20;

  private Losses() {}

  static List<LossPoint> of(TrainingLog log) {
    return log.epochs().stream()
        .map(epoch -> new LossPoint(epoch.number(), epoch.loss(), Optional.empty()))
        .toList();
  }

  static Map<String, Double> metrics(TrainingLog log) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("steps", (double) log.steps());
    metrics.put("best epoch", (double) log.bestEpoch());
    metrics.put("peak memory, MiB", log.peakResidentBytes() / MEBIBYTE);
    return metrics;
  }
}
