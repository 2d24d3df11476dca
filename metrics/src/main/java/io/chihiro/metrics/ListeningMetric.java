package io.chihiro.metrics;

import static io.chihiro.metrics.Service.INGEST;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;

/// How plays come in.
public final class ListeningMetric {
  public static final Metric IMPORT_ROWS =
      new Metric(
          by(INGEST),
          COUNTER,
          "chihiro_import_rows_total",
          "rows",
          "rows of imports: `stored`, or the reason why not",
          "outcome");
  public static final Metric IMPORTS_WAITING =
      new Metric(
          by(INGEST), GAUGE, "chihiro_imports_waiting", "imports", "imports that have not ended");
  public static final Metric SOURCE_STATE =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_state",
          "0 or 1",
          "1 for the state that a source is in: `connected`, `login_needed` or `disconnected`",
          "source",
          "state");
  public static final Metric SOURCE_POLLS =
      new Metric(
          by(INGEST),
          COUNTER,
          "chihiro_source_polls_total",
          "polls",
          "how often a source was asked, and whether it `answered` or was `troubled`",
          "source",
          "outcome");
  public static final Metric SOURCE_SILENCE_SECONDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_silence_seconds",
          "seconds",
          "since a connected source last answered, or was connected; 0 for one that is not connected",
          "source");
  public static final Metric SOURCE_LOCKED_OUT_SECONDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_locked_out_seconds",
          "seconds",
          "for how long a source still wants to be left alone",
          "source");
  public static final Metric SOURCE_GAPS_OPEN =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_gaps_open",
          "gaps",
          "holes in what a source told that no export covers",
          "source");
  public static final Metric SOURCE_LOGIN_AGE_SECONDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_login_age_seconds",
          "seconds",
          "since the owner logged in at a source whose logins end; 0 without a login",
          "source");
  public static final Metric SOURCE_LOGIN_LEFT_SECONDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_source_login_left_seconds",
          "seconds",
          "until that login ends, 0 if it has; +Inf without a login",
          "source");

  private ListeningMetric() {}
}
