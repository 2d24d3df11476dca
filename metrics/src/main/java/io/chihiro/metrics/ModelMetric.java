package io.chihiro.metrics;

import static io.chihiro.metrics.Service.RECOMMEND;
import static io.chihiro.metrics.Service.TRAINING;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;

/// What is learned, and what of it serves.
public final class ModelMetric {
  public static final Metric TRAINING_RUNNING =
      new Metric(
          by(TRAINING), GAUGE, "chihiro_training_running", "0 or 1", "1 while a model is trained");
  public static final Metric TRAINING_SILENCE_SECONDS =
      new Metric(
          by(TRAINING),
          GAUGE,
          "chihiro_training_silence_seconds",
          "seconds",
          "since the training under way made a step or entered a stage; 0 if none is under way");
  public static final Metric TRAINING_STEPS =
      new Metric(
          by(TRAINING), COUNTER, "chihiro_training_steps_total", "steps", "steps of learning");
  public static final Metric TRAININGS =
      new Metric(
          by(TRAINING),
          COUNTER,
          "chihiro_trainings_total",
          "trainings",
          "trainings that ended: `done` (promoted or not), `cancelled` or `failed`",
          "model",
          "outcome");
  public static final Metric TRAINING_DAYS =
      new Metric(
          by(TRAINING),
          GAUGE,
          "chihiro_training_days",
          "days",
          "days with text and songs that could be learned from");
  public static final Metric MODEL_SERVING =
      new Metric(
          by(TRAINING),
          GAUGE,
          "chihiro_model_serving",
          "0 or 1",
          "1 for the model that the records ask to answer those who name none",
          "model");
  public static final Metric MODEL_AGE_SECONDS =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_model_age_seconds",
          "seconds",
          "since the version was trained that answers the owner; 0 for the encoder that is built in");

  private ModelMetric() {}
}
