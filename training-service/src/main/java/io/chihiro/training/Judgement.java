package io.chihiro.training;

import io.chihiro.models.EncoderSpace;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Gate;
import io.chihiro.models.evaluation.LatentMap;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Report;
import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.evaluation.Report.Row;
import io.chihiro.models.evaluation.Split;
import io.chihiro.training.trainer.Lesson;
import io.chihiro.training.trainer.Trainers;
import io.chihiro.training.trainer.TunedFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What became of a version that was laid beside the one that serves, the base and the baselines.
///
/// @param metrics the figures that its record carries
record Judgement(Decision decision, Report report, Map<String, Double> metrics) {
  /// The version that serves while another one is judged.
  ///
  /// @param name as tables call it
  /// @param days what its days are read with
  /// @param questions what moods are read with
  record Rival(String name, TextEncoder days, TextEncoder questions) {}

  /// Lays a version, as it was written, beside the others on days that it has never seen.
  ///
  /// @param rival empty if the base serves
  /// @param folds what versions of the same recipe did on days that they have never seen, where
  ///     this one has seen all
  static Judgement of(
      Trainers model,
      ModelFolder candidate,
      Lesson lesson,
      List<LossPoint> losses,
      Optional<Rival> rival,
      List<Comparison> folds)
      throws InterruptedException {
    String serving = rival.map(Rival::name).orElse(SentenceEncoder.NAME);
    try (Opened opened = opened(model, candidate, lesson)) {
      List<Comparison> tables = new ArrayList<>();
      if (folds.isEmpty()) {
        tables.add(opened.compared(lesson.split(), rival));
      } else {
        tables.add(Comparison.pooled(folds));
        tables.add(folds.getFirst());
      }
      tables.add(
          opened.compared(Split.paper(lesson.life().days(), lesson.options().seed()), rival));
      Optional<Drift> drift = opened.drift();
      Decision decision = decision(model, serving, tables.getFirst(), drift);
      return told(model, lesson, serving, decision, tables, losses, drift, opened.map());
    }
  }

  /// What a version that is only judged does on the days that it has not seen.
  static Comparison ofFold(
      Trainers model, ModelFolder candidate, Lesson lesson, Optional<Rival> rival)
      throws InterruptedException {
    try (Opened opened = opened(model, candidate, lesson)) {
      return opened.compared(lesson.split(), rival);
    }
  }

  /// A version that is open to be asked; counted words and priors have nothing to be opened.
  private record Opened(
      Trainers model, Lesson lesson, Optional<TextEncoder> days, Optional<TextEncoder> questions)
      implements AutoCloseable {
    Comparison compared(Split split, Optional<Rival> rival) throws InterruptedException {
      List<SongModel> models = new ArrayList<>();
      days.ifPresent(
          each -> models.add(byDays(model.model(), each, questions.orElseThrow(), lesson)));
      models.add(byDays(SentenceEncoder.NAME, lesson.base(), lesson.asking(), lesson));
      rival.ifPresent(
          each -> models.add(byDays(each.name(), each.days(), each.questions(), lesson)));
      return lesson.evaluation().compare(lesson.life(), split, models);
    }

    Optional<Drift> drift() throws InterruptedException {
      return days.isEmpty() ? Optional.empty() : Judgement.drift(model, days.get(), lesson);
    }

    LatentMap map() throws InterruptedException {
      return days.isEmpty()
          ? LatentMap.none()
          : LatentMap.of(
              lesson.life().days(), days.get(), Judgement::shown, lesson.options().seed());
    }

    @Override
    public void close() {
      days.ifPresent(TextEncoder::close);
      questions.filter(each -> !each.equals(lesson.asking())).ifPresent(TextEncoder::close);
    }
  }

  private static Opened opened(Trainers model, ModelFolder candidate, Lesson lesson) {
    if (!model.kind().hasVectors()) {
      return new Opened(model, lesson, Optional.empty(), Optional.empty());
    }
    TextEncoder days = opened(candidate, lesson.base(), Precision.FULL, lesson);
    TextEncoder questions =
        candidate.card().queryStaysBase()
            ? lesson.asking()
            : opened(candidate, lesson.asking(), Precision.INT8, lesson);
    return new Opened(model, lesson, Optional.of(days), Optional.of(questions));
  }

  private static Decision decision(
      Trainers model, String serving, Comparison table, Optional<Drift> drift) {
    if (model.kind().hasVectors()) {
      return Gate.USUAL.decide(table, model.model(), serving, drift);
    }
    double ndcg = table.figure(model.model(), Kind.DAY, Figure.NDCG_AT_10).value();
    return new Decision.Kept(
        """
        %s is what others must beat: on held-out days its nDCG@10 is %s. \
        It answers whoever names it.\
        """
            .formatted(
                model.model(),
                Double.isFinite(ndcg) ? String.format(Locale.ROOT, "%.3f", ndcg) : "unknown"));
  }

  private static SongModel byDays(
      String name, TextEncoder days, TextEncoder questions, Lesson lesson) {
    return SimilarDays.in(name, new EncoderSpace(days, questions), lesson.evaluation().beta());
  }

  private static TextEncoder opened(
      ModelFolder candidate, TextEncoder beneath, Precision precision, Lesson lesson) {
    return switch (candidate.card().kind()) {
      case DENSE -> candidate.encoder(beneath);
      case ENCODER, TFIDF, PRIOR, SONGS -> candidate.encoder(lesson.options().threads(), precision);
    };
  }

  private static Optional<Drift> drift(Trainers model, TextEncoder tuned, Lesson lesson)
      throws InterruptedException {
    return switch (model.kind()) {
      case ENCODER -> {
        try (TextEncoder before = TunedFrom.encoder(lesson.options())) {
          yield Optional.of(Drift.of(tuned, before));
        }
      }
      case DENSE, TFIDF, PRIOR, SONGS, LINES -> Optional.empty();
    };
  }

  private static Judgement told(
      Trainers model,
      Lesson lesson,
      String serving,
      Decision decision,
      List<Comparison> tables,
      List<LossPoint> losses,
      Optional<Drift> drift,
      LatentMap map) {
    Report report =
        Report.of(
            model.model(),
            lesson.version(),
            serving,
            lesson.at(),
            decision,
            tables,
            losses,
            drift,
            map);
    Map<String, Double> metrics = new TreeMap<>();
    report.tables().getFirst().row(model.model()).ifPresent(row -> add(metrics, row));
    drift.ifPresent(told -> metrics.put("rank correlation with the base", told.correlation()));
    metrics.put("days", (double) lesson.life().days().size());
    metrics.put("held-out days", (double) tables.getFirst().queries().getOrDefault(Kind.DAY, 0));
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return new Judgement(decision, report, metrics);
  }

  private static void add(Map<String, Double> metrics, Row row) {
    row.figures()
        .forEach(
            (kind, figures) ->
                figures.forEach(
                    (figure, interval) ->
                        metrics.put(figure.words() + ", " + kind.words(), interval.value())));
    row.gain()
        .ifPresent(
            gain -> {
              metrics.put("gain in ndcg@10", gain.value());
              metrics.put("gain in ndcg@10, at least", gain.low());
              metrics.put("gain in ndcg@10, at most", gain.high());
            });
    row.triplets()
        .ifPresent(triplets -> metrics.put("triplet accuracy", triplets.accuracy().value()));
  }

  // A song's identity as a person reads it.
  private static String shown(String song) {
    return song.replace("\u001f", " · ");
  }
}
