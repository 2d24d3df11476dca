package io.chihiro.metrics;

import static io.chihiro.metrics.Service.EMBEDDING;
import static io.chihiro.metrics.Service.INGEST;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;
import static io.chihiro.metrics.Shape.times;

/// How words and plays become days, and days vectors.
public final class MomentMetric {
  public static final Metric DAYS_WAITING =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_days_waiting",
          "days",
          "touched days that are to be composed");
  public static final Metric MOMENTS =
      new Metric(
          by(INGEST),
          COUNTER,
          "chihiro_moments_total",
          "moments",
          "moments `written` and `withdrawn`",
          "change");
  public static final Metric TOPOLOGY_RUNNING =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_topology_running",
          "0 or 1",
          "1 while the topology's stores are restored and it processes");
  public static final Metric DAYS_EMBEDDED =
      new Metric(
          by(EMBEDDING),
          COUNTER,
          "chihiro_days_embedded_total",
          "days",
          "days whose vectors were made, under any version");
  public static final Metric TEXTS_EMBEDDED =
      new Metric(
          by(EMBEDDING),
          COUNTER,
          "chihiro_texts_embedded_total",
          "texts",
          "windows and sentences encoded for them");
  public static final Metric EMBEDDING_BATCH_SECONDS =
      new Metric(
          by(EMBEDDING),
          times(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
          "chihiro_embedding_batch_seconds",
          "seconds",
          "encoding up to 64 days at once");
  public static final Metric DAYS_TO_EMBED_AGAIN =
      new Metric(
          by(EMBEDDING),
          GAUGE,
          "chihiro_days_to_embed_again",
          "days",
          "days that have no vectors yet under a version that is wanted");

  private MomentMetric() {}
}
