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
import static io.chihiro.metrics.Shape.times;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Every metric of this project, in the order in which things flow, under the name by which it is
/// scraped. `deploy/METRICS.md` is made of this file.
///
/// A label's values come from a catalogue of the program: engines, sources, models, topics,
/// reasons. None is ever a text, a title, a file's name or a token.
public final class Metric {
  // Each adds itself, so that none can be missing.
  private static final List<Metric> DEFINED = new ArrayList<>();

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
  public static final Metric REJECTED_RECORDS =
      new Metric(
          by(INGEST),
          GAUGE,
          "chihiro_rejected_records",
          "records",
          "records that lie on a dead-letter topic; it forgets them after thirty days",
          "topic");
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
  public static final Metric MODEL_AGE_SECONDS =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_model_age_seconds",
          "seconds",
          "since the version was trained that answers the owner; 0 for the encoder that is built in");
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
  public static final Metric CONSUMER_LAG =
      new Metric(
          by(INGEST, EMBEDDING, TRAINING, RECOMMEND),
          GAUGE,
          "chihiro_consumer_lag_records",
          "records",
          "records on its topics that a consumer has not handled; not a number while that is unknown",
          "consumer");
  public static final Metric REJECTED =
      new Metric(
          by(OCR, INGEST, EMBEDDING, RECOMMEND),
          COUNTER,
          "chihiro_rejected_total",
          "records",
          "records and files put aside on the dead-letter topic, by where they came from",
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

  private final Set<Service> services;
  private final Shape shape;
  private final String title;
  private final String unit;
  private final String meaning;
  private final List<String> labels;

  private Metric(
      Set<Service> services,
      Shape shape,
      String title,
      String unit,
      String meaning,
      String... labels) {
    this.services = services;
    this.shape = shape;
    this.title = title;
    this.unit = unit;
    this.meaning = meaning;
    this.labels = List.of(labels);
    DEFINED.add(this);
  }

  /// All of them, in the order in which they stand here.
  public static List<Metric> all() {
    return List.copyOf(DEFINED);
  }

  /// Who measures it.
  public Set<Service> services() {
    return services;
  }

  public Shape shape() {
    return shape;
  }

  /// The name by which it is scraped, without a histogram's `_bucket`, `_sum` and `_count`.
  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }

  /// The names of its labels, in the order in which their values are given.
  public List<String> labels() {
    return labels;
  }

  /// A counter; the same one again for the same values.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no counter, or a value is missing
  public Counter counter(MeterRegistry registry, String... values) {
    return Counter.builder(named(Shape.Type.COUNTER))
        .description(meaning)
        .tags(tags(values))
        .register(registry);
  }

  /// A counter that somebody else keeps.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no counter, or a value is missing
  public <T> void counted(
      MeterRegistry registry, T keeper, ToDoubleFunction<T> count, String... values) {
    FunctionCounter _ =
        FunctionCounter.builder(named(Shape.Type.COUNTER), keeper, count)
            .description(meaning)
            .tags(tags(values))
            .register(registry);
  }

  /// A value that is asked for whenever somebody looks; it must not wait for another machine.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no gauge, or a value is missing
  public <T> void gauge(
      MeterRegistry registry, T keeper, ToDoubleFunction<T> value, String... values) {
    Gauge _ =
        Gauge.builder(named(Shape.Type.GAUGE), keeper, value)
            .strongReference(true)
            .description(meaning)
            .tags(tags(values))
            .register(registry);
  }

  /// A histogram of times; the same one again for the same values.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no histogram, or a value is missing
  public Timer timer(MeterRegistry registry, String... values) {
    return Timer.builder(named(Shape.Type.HISTOGRAM))
        .description(meaning)
        .serviceLevelObjectives(shape.bounds().toArray(Duration[]::new))
        .tags(tags(values))
        .register(registry);
  }

  private String named(Shape.Type asked) {
    if (shape.type() != asked) {
      throw new IllegalArgumentException(title + " is a " + shape.type() + ", no " + asked);
    }
    return title;
  }

  private List<Tag> tags(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(title + " has the labels " + labels);
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(labels.get(i), values[i]));
    }
    return tags;
  }

  @Override
  public String toString() {
    return title;
  }
}
