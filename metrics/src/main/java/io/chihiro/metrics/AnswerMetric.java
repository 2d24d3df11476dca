package io.chihiro.metrics;

import static io.chihiro.metrics.Service.RECOMMEND;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;
import static io.chihiro.metrics.Shape.times;

/// How moods are answered, and how fresh the answers are.
public final class AnswerMetric {
  public static final Metric ANSWER_SECONDS =
      new Metric(
          by(RECOMMEND),
          times(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
          "chihiro_answer_seconds",
          "seconds",
          "from a mood to its songs, one model; `explained` if its words were weighed, which takes many"
              + " answers",
          "explained");
  public static final Metric FEEDBACK =
      new Metric(
          by(RECOMMEND),
          COUNTER,
          "chihiro_feedback_total",
          "songs",
          "what was said to songs of an answer",
          "verdict");
  public static final Metric INDEX_DAYS =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_index_days",
          "days",
          "days with songs and vectors that answer the owner");
  public static final Metric INDEX_READY =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_index_ready",
          "0 or 1",
          "1 once the index is whole and answers are quick");
  public static final Metric INDEX_REBUILDS =
      new Metric(
          by(RECOMMEND),
          COUNTER,
          "chihiro_index_rebuilds_total",
          "rebuilds",
          "how often the cache had lost days and they were read again from the topics");
  public static final Metric PHOTO_RECOMMENDABLE_SECONDS =
      new Metric(
          by(RECOMMEND),
          times(2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 21_600, 86_400),
          "chihiro_photo_recommendable_seconds",
          "seconds",
          "from the first sight of a photo to its day's vectors in the index; a page that is dated"
              + " only later is not counted");
  public static final Metric PLAY_VISIBLE_SECONDS =
      new Metric(
          by(RECOMMEND),
          times(0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 3600, 21_600, 86_400),
          "chihiro_play_visible_seconds",
          "seconds",
          "from a play's arrival on its topic to the changed day in the index");

  private AnswerMetric() {}
}
