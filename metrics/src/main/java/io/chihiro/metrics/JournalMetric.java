package io.chihiro.metrics;

import static io.chihiro.metrics.Service.OCR;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;
import static io.chihiro.metrics.Shape.times;

/// What happens to photos and entries.
public final class JournalMetric {
  public static final Metric PAGES_READ =
      new Metric(
          by(OCR),
          COUNTER,
          "chihiro_pages_read_total",
          "pages",
          "pages that an engine has read, `dated` or `undated`",
          "engine",
          "outcome");
  public static final Metric PAGES_FAILED =
      new Metric(
          by(OCR),
          COUNTER,
          "chihiro_pages_failed_total",
          "pages",
          "pages that no engine could read");
  public static final Metric PAGE_READ_SECONDS =
      new Metric(
          by(OCR),
          times(0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300),
          "chihiro_page_read_seconds",
          "seconds",
          "from opening a photo to its text, every engine of the chain included");
  public static final Metric PAGES_WAITING =
      new Metric(
          by(OCR), GAUGE, "chihiro_pages_waiting", "pages", "photos that no engine has read yet");
  public static final Metric PAGE_WAITING_LONGEST_SECONDS =
      new Metric(
          by(OCR),
          GAUGE,
          "chihiro_page_waiting_longest_seconds",
          "seconds",
          "how long the photo waits that has waited longest; 0 if none does");
  public static final Metric ENTRIES =
      new Metric(by(OCR), GAUGE, "chihiro_entries", "entries", "entries of the journal", "status");
  public static final Metric ENGINE_ATTEMPTS =
      new Metric(
          by(OCR),
          COUNTER,
          "chihiro_engine_attempts_total",
          "attempts",
          "how often an engine was asked for a page, and how it ended",
          "engine",
          "outcome");
  public static final Metric ENGINE_MONTH_PAGES =
      new Metric(
          by(OCR),
          GAUGE,
          "chihiro_engine_month_pages",
          "pages",
          "pages sent away from this machine that an engine answered this month (UTC)",
          "engine");
  public static final Metric ENGINE_MONTH_TOKENS =
      new Metric(
          by(OCR),
          GAUGE,
          "chihiro_engine_month_tokens",
          "tokens",
          "tokens that it counted for them, `input` and `output`",
          "engine",
          "direction");
  public static final Metric ENGINE_MONTH_COST =
      new Metric(
          by(OCR),
          GAUGE,
          "chihiro_engine_month_cost",
          "currency of the prices",
          "what that costs; not a number while a price is missing that it takes",
          "engine");

  private JournalMetric() {}
}
