package io.chihiro.bench;

import io.chihiro.models.DenseEncoder;
import io.chihiro.models.DenseLayers;
import io.chihiro.models.EncoderSpace;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Tfidf;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.Recipe;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TextTriplets;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.models.torch.Vae;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// Learning on a real diary with made-up songs: how long it takes, what it needs, what it brings on
/// days never seen, and whether what is served is what was trained.
final class LearningBenchmark implements Benchmark {
  private static final long SEED = 1;
  private static final double INVERSE_TEMPERATURE = 20;
  private static final int THREADS = 2;
  private static final int TRIPLETS = 271;
  private static final int VALIDATION_TRIPLETS = 40;
  private static final double MOST_SECONDS = 360;
  private static final double MOST_GIBIBYTES = 2.5;
  private static final double MOST_VAE_SECONDS = 15;

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    Path diary = PepysLife.file(lab.root());
    if (!Files.exists(diary)) {
      lab.say("learning: skipped, as the diary of Samuel Pepys is not at " + diary);
      return List.of();
    }
    Life life = PepysLife.read(diary, SEED);
    Split split = Split.heldOutDays(life.days(), SEED);
    return lab.inFolder(folder -> measured(lab, folder, life, split));
  }

  private static List<Row> measured(Lab lab, Path folder, Life life, Split split)
      throws InterruptedException {
    Pretrained pretrained = Pretrained.builtIn();
    List<TextTriplet> training = texts(split.train(), TRIPLETS);
    List<Row> rows = new ArrayList<>();
    lab.say("learning: fine-tuning on %d triplets, 3 epochs".formatted(training.size()));
    Weights tuned = tuned(rows, pretrained, training, split, folder.resolve("sbert"));
    try (TextEncoder base = pretrained.encoder(pretrained.weights(), Precision.INT8, THREADS);
        TextEncoder sbert = pretrained.encoder(tuned, Precision.INT8, THREADS)) {
      lab.say("learning: a VAE over the vectors of these texts");
      DenseLayers layers = vae(rows, base, training, folder.resolve("vae"));
      lab.say("learning: asking %d held-out days".formatted(split.heldOut().size()));
      rows.addAll(
          compared(
              life,
              split,
              List.of(
                  named("base", base),
                  named("sbert", sbert),
                  named("vae", DenseEncoder.on("vae", layers, base)))));
    }
    lab.say("learning: what is served beside what was trained");
    rows.addAll(new ServedEncoders(lab, pretrained, tuned).rows(split));
    return rows;
  }

  private static Weights tuned(
      List<Row> rows, Pretrained pretrained, List<TextTriplet> training, Split split, Path folder) {
    Stopwatch watch = Stopwatch.begin();
    Tuned tuned =
        FineTuning.tune(
            pretrained,
            Recipe.paper(SEED),
            training,
            texts(split.validation(), VALIDATION_TRIPLETS),
            List.of(),
            TrainingRun.quiet(folder));
    rows.add(
        Row.of(Benchmarks.LEARNING, "271 triplets, 3 epochs, 128 tokens", "s", watch.seconds())
            .against(new Bar.AtMost(MOST_SECONDS)));
    rows.add(
        Row.of(
                Benchmarks.LEARNING,
                "the process's largest memory meanwhile",
                "GiB",
                tuned.log().peakResidentBytes() / (double) (1 << 30))
            .against(new Bar.AtMost(MOST_GIBIBYTES)));
    return tuned.weights();
  }

  private static DenseLayers vae(
      List<Row> rows, TextEncoder base, List<TextTriplet> training, Path folder)
      throws InterruptedException {
    List<float[]> vectors =
        base.encodeAll(
            training.stream()
                .flatMap(t -> Stream.of(t.anchor(), t.positive(), t.negative()))
                .toList());
    Stopwatch watch = Stopwatch.begin();
    DenseLayers layers =
        Vae.train(
                Vae.Config.usual(SEED), vectors, vectors.subList(0, 80), TrainingRun.quiet(folder))
            .layers();
    rows.add(
        Row.of(
                Benchmarks.LEARNING,
                "VAE, 50 epochs over %d vectors".formatted(vectors.size()),
                "s",
                watch.seconds())
            .against(new Bar.AtMost(MOST_VAE_SECONDS)));
    return layers;
  }

  private static SongModel named(String name, TextEncoder encoder) {
    return SimilarDays.in(name, new EncoderSpace(encoder), INVERSE_TEMPERATURE);
  }

  private static List<Row> compared(Life life, Split split, List<SongModel> models)
      throws InterruptedException {
    Comparison comparison = new Evaluation(INVERSE_TEMPERATURE, SEED).compare(life, split, models);
    List<Row> rows = new ArrayList<>();
    List<String> names = new ArrayList<>(models.stream().map(SongModel::name).toList());
    names.add(Tfidf.NAME);
    for (String name : names) {
      double right = Objects.requireNonNull(comparison.triplets().get(name)).accuracy().value();
      double hit = comparison.figure(name, Kind.DAY, Figure.HIT_AT_5).value();
      rows.add(Row.of(Benchmarks.LEARNING, name + ": triplet accuracy", "", right));
      rows.add(Row.of(Benchmarks.LEARNING, name + ": hit@5 of held-out days", "", hit));
    }
    return rows;
  }

  private static List<TextTriplet> texts(List<Triplet> triplets, int most) {
    List<Triplet> shuffled = new ArrayList<>(triplets);
    Collections.shuffle(shuffled, new Random(SEED));
    return TextTriplets.whole(shuffled.subList(0, Math.min(most, shuffled.size())));
  }
}
