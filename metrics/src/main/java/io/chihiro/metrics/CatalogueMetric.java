package io.chihiro.metrics;

import static io.chihiro.metrics.Service.INGEST;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;

/// How catalogues of songs come in.
public final class CatalogueMetric {
  public static final Metric ROWS =
      new Metric(
          by(INGEST),
          COUNTER,
          "chihiro_catalogue_rows_total",
          "rows",
          "rows of catalogues: `stored`, or the reason why not",
          "outcome");
  public static final Metric LYRICS =
      new Metric(
          by(INGEST),
          COUNTER,
          "chihiro_catalogue_lyrics_total",
          "lyrics",
          "lyrics in catalogues: `kept`, or the reason why they were left out",
          "outcome");
  public static final Metric IMPORTS_WAITING =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_catalogues_waiting",
          "imports",
          "imports of catalogues that have not ended");

  private CatalogueMetric() {}
}
