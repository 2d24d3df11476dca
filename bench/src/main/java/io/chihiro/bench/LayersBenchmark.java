package io.chihiro.bench;

import io.chihiro.models.DenseEncoder;
import io.chihiro.models.DenseLayers;
import io.chihiro.models.EncoderSpace;
import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Gate;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TextTriplets;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.models.torch.TripletEncoder;
import io.chihiro.models.torch.TripletEncoder.VectorTriplet;
import io.chihiro.models.torch.Vae;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The models that are learned over the base's vectors, on the sample life: what held-out days and
/// golden moods make of them, and what the gate says. Writes `models/REPORT-LAYERS.md`.
final class LayersBenchmark implements Benchmark {
  private static final long SEED = 1;
  private static final double INVERSE_TEMPERATURE = 20;
  private static final int FOLDS = 5;
  private static final int THREADS = 2;
  private static final String VAE = "vae";
  private static final String TRIPLETS = "triplet-encoder";

  /// What came of a fold; drifts by the model's name.
  private record Fold(Comparison comparison, Map<String, Drift> drifts) {}

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    Life life = SampleDays.life();
    List<Fold> folds = new ArrayList<>();
    try (SentenceEncoder base = new SentenceEncoder(THREADS)) {
      for (int fold = 0; fold < FOLDS; fold++) {
        lab.say("layers: fold %d of %d".formatted(fold + 1, FOLDS));
        Split split = Split.heldOutDays(life.days(), SEED, fold);
        folds.add(lab.inFolder(folder -> fold(life, split, base, folder)));
      }
    }
    Comparison pooled = Comparison.pooled(folds.stream().map(Fold::comparison).toList());
    Map<String, Drift> drifts = worst(folds);
    Map<String, Decision> decisions = new LinkedHashMap<>();
    drifts.forEach(
        (name, drift) ->
            decisions.put(
                name, Gate.USUAL.decide(pooled, name, SentenceEncoder.NAME, Optional.of(drift))));
    Path report = lab.root().resolve("models/REPORT-LAYERS.md");
    Files.writeString(report, RecipeReport.ofLayers(life, FOLDS, pooled, drifts, decisions));
    lab.say("layers: wrote " + report);
    return List.of(
        Row.beyondBase(Benchmarks.LAYERS, pooled, VAE, Kind.DAY, Figure.NDCG_AT_10),
        Row.beyondBase(Benchmarks.LAYERS, pooled, TRIPLETS, Kind.DAY, Figure.NDCG_AT_10),
        Row.beyondBase(Benchmarks.LAYERS, pooled, VAE, Kind.MOOD, Figure.ERA_PRECISION_AT_5),
        Row.beyondBase(Benchmarks.LAYERS, pooled, TRIPLETS, Kind.MOOD, Figure.ERA_PRECISION_AT_5));
  }

  private static Fold fold(Life life, Split split, TextEncoder base, Path folder)
      throws InterruptedException {
    List<TextEncoder> encoders =
        List.of(
            DenseEncoder.on(VAE, vae(split, base, folder.resolve(VAE)), base),
            DenseEncoder.on(TRIPLETS, triplets(split, base, folder.resolve(TRIPLETS)), base));
    List<SongModel> models = new ArrayList<>();
    models.add(model(SentenceEncoder.NAME, base));
    models.add(model(VAE, encoders.get(0)));
    models.add(model(TRIPLETS, encoders.get(1)));
    Map<String, Drift> drifts = new LinkedHashMap<>();
    drifts.put(VAE, Drift.of(encoders.get(0), base));
    drifts.put(TRIPLETS, Drift.of(encoders.get(1), base));
    return new Fold(new Evaluation(INVERSE_TEMPERATURE, SEED).compare(life, split, models), drifts);
  }

  private static SongModel model(String name, TextEncoder encoder) {
    return SimilarDays.in(name, new EncoderSpace(encoder), INVERSE_TEMPERATURE);
  }

  private static DenseLayers vae(Split split, TextEncoder base, Path folder)
      throws InterruptedException {
    return Vae.train(
            Vae.Config.usual(SEED),
            base.encodeAll(passages(split.learned(), base)),
            base.encodeAll(passages(split.validationDays(), base)),
            TrainingRun.quiet(folder))
        .layers();
  }

  private static List<String> passages(List<LifeDay> days, TextEncoder base) {
    return days.stream()
        .flatMap(day -> PassageSplitter.passages(day.text(), base).stream())
        .toList();
  }

  private static DenseLayers triplets(Split split, TextEncoder base, Path folder)
      throws InterruptedException {
    return TripletEncoder.train(
            TripletEncoder.Config.usual(SEED),
            vectors(split.train(), base),
            vectors(split.validation(), base),
            TrainingRun.quiet(folder))
        .layers();
  }

  private static List<VectorTriplet> vectors(List<Triplet> triplets, TextEncoder base)
      throws InterruptedException {
    List<TextTriplet> texts = TextTriplets.whole(triplets);
    List<String> distinct =
        texts.stream()
            .flatMap(each -> Stream.of(each.anchor(), each.positive(), each.negative()))
            .distinct()
            .toList();
    List<float[]> encoded = base.encodeAll(distinct);
    Map<String, float[]> byText = new HashMap<>();
    for (int i = 0; i < encoded.size(); i++) {
      byText.put(distinct.get(i), encoded.get(i));
    }
    return texts.stream()
        .map(
            each ->
                new VectorTriplet(
                    Objects.requireNonNull(byText.get(each.anchor())),
                    Objects.requireNonNull(byText.get(each.positive())),
                    Objects.requireNonNull(byText.get(each.negative()))))
        .toList();
  }

  /// Of each model the drift of the fold that drifted farthest.
  private static Map<String, Drift> worst(List<Fold> folds) {
    Map<String, Drift> worst = new LinkedHashMap<>();
    for (Fold fold : folds) {
      fold.drifts()
          .forEach(
              (name, drift) ->
                  worst.merge(name, drift, (a, b) -> a.correlation() < b.correlation() ? a : b));
    }
    return worst;
  }
}
