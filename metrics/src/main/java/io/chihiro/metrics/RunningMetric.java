package io.chihiro.metrics;

import static io.chihiro.metrics.Service.EMBEDDING;
import static io.chihiro.metrics.Service.INGEST;
import static io.chihiro.metrics.Service.OCR;
import static io.chihiro.metrics.Service.RECOMMEND;
import static io.chihiro.metrics.Service.TRAINING;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Service.byEach;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;

/// What several services run on.
public final class RunningMetric {
  public static final Metric CONSUMER_LAG =
      new Metric(
          by(INGEST, EMBEDDING, TRAINING, RECOMMEND),
          GAUGE,
          "chihiro_consumer_lag_records",
          "records",
          "records on its topics that a consumer has not handled; not a number while that is"
              + " unknown",
          "consumer");
  public static final Metric REJECTED =
      new Metric(
          by(OCR, INGEST, EMBEDDING, RECOMMEND),
          COUNTER,
          "chihiro_rejected_total",
          "records",
          "records and files put aside on the dead-letter topic, by where they came from",
          "topic");
  public static final Metric REJECTED_RECORDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_rejected_records",
          "records",
          "records on a dead-letter topic that nobody tried again or put away; forgotten after"
              + " thirty days",
          "topic");
  public static final Metric HOME_FREE_BYTES =
      new Metric(
          byEach(),
          GAUGE,
          "chihiro_home_free_bytes",
          "bytes",
          "what the disk of the data home still takes");
  public static final Metric HOME_SIZE_BYTES =
      new Metric(byEach(), GAUGE, "chihiro_home_size_bytes", "bytes", "how large that disk is");

  private RunningMetric() {}
}
