package io.chihiro.training;

import io.chihiro.metrics.ModelMetric;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Trainers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// What operations sees of this service.
@Startup
@ApplicationScoped
public class TrainingMetrics {
  private static final List<State> ENDS = List.of(State.DONE, State.CANCELLED, State.FAILED);

  private final MeterRegistry registry;
  private final TrainingTables tables;
  private final TrainingBoard board;

  public TrainingMetrics(MeterRegistry registry, TrainingTables tables, TrainingBoard board) {
    this.registry = registry;
    this.tables = tables;
    this.board = board;
  }

  @PostConstruct
  void measure() {
    ModelMetric.TRAINING_RUNNING.gauge(
        registry, board, it -> it.latest().status().state().running() ? 1 : 0);
    ModelMetric.TRAINING_SILENCE_SECONDS.gauge(registry, board, it -> it.silence().toSeconds());
    ModelMetric.TRAINING_STEPS.counted(registry, board, TrainingBoard::steps);
    ModelMetric.TRAINING_DAYS.gauge(registry, tables, it -> OwnLife.count(it.moments()));
    tables
        .lags()
        .forEach((name, lag) -> RunningMetric.CONSUMER_LAG.gauge(registry, tables, lag, name));
    models()
        .forEach(name -> ModelMetric.MODEL_SERVING.gauge(registry, this, it -> it.is(name), name));
    for (Trainers model : Trainers.values()) {
      ENDS.forEach(end -> counted(model, end));
    }
  }

  /// A training has ended.
  void ended(Trainers model, State end) {
    counted(model, end).increment();
  }

  private Counter counted(Trainers model, State end) {
    return ModelMetric.TRAININGS.counter(registry, model.model(), end.word());
  }

  private static Stream<String> models() {
    return Stream.concat(
        Stream.of(SentenceEncoder.NAME),
        Stream.of(Trainers.values())
            .filter(model -> model.kind().hasVectors())
            .map(Trainers::model));
  }

  private double is(String name) {
    return tables.registry().servingNow().name().equals(name) ? 1 : 0;
  }
}
