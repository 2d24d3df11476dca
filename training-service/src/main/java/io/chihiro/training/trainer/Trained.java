package io.chihiro.training.trainer;

import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.evaluation.Report.LossPoint;
import java.util.List;
import java.util.Map;

/// What was learned, ready to be written into a model's folder.
///
/// @param losses one an epoch; none where nothing is trained step by step
/// @param metrics what is worth telling of the training itself, e.g. its peak memory
public record Trained(
    ModelCard card,
    ModelFolder.Content content,
    List<LossPoint> losses,
    Map<String, Double> metrics) {
  public Trained {
    losses = List.copyOf(losses);
    metrics = Map.copyOf(metrics);
  }
}
