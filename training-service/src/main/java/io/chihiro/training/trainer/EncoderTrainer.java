package io.chihiro.training.trainer;

import io.chihiro.models.EncoderSpace;
import io.chihiro.models.LifeDay;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Names;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import io.chihiro.models.torch.FineTuning.Share;
import io.chihiro.models.torch.FineTuning.Tuned;
import io.chihiro.models.torch.LoopOptions;
import io.chihiro.models.torch.Recipe;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TextTriplets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/// Tunes an encoder, then mixes it with what it was before: the share that answers the validation
/// days best is kept.
final class EncoderTrainer implements ModelTrainer {
  private static final Logger LOG = Logger.getLogger(EncoderTrainer.class);

  @Override
  public Trained train(Lesson lesson) {
    Options options = lesson.options();
    Pretrained pretrained = TunedFrom.pretrained(options);
    List<TextTriplet> training = new ArrayList<>(texts(lesson));
    training.addAll(lesson.told());
    List<TextTriplet> validation = TextTriplets.whole(lesson.steering());
    Tuned tuned =
        FineTuning.tune(pretrained, recipe(options), training, validation, List.of(), lesson.run());
    Share share =
        FineTuning.interpolate(
            pretrained.weights(),
            tuned.weights(),
            options.shares(),
            weights -> score(pretrained, weights, lesson));
    Map<String, Double> metrics = new HashMap<>(Losses.metrics(tuned.log()));
    metrics.put("share of tuned weights", share.share());
    metrics.put("triplets", (double) training.size());
    return new Trained(
        pretrained.card(
            Trainers.SBERT.model(),
            lesson.version(),
            options.queryStaysBase(),
            options.seed(),
            lesson.at()),
        folder -> pretrained.writeForServing(share.weights(), folder),
        Losses.of(tuned.log()),
        metrics);
  }

  private static List<TextTriplet> texts(Lesson lesson) {
    List<Triplet> triplets = lesson.split().train();
    long seed = lesson.options().seed();
    return switch (lesson.options().recipe()) {
      case PAPER -> TextTriplets.whole(triplets);
      case CAREFUL ->
          TextTriplets.withSentences(
              TextTriplets.balanced(triplets, TextTriplets.MOST_OF_A_SONG, seed),
              Names.of(lesson.split().learned().stream().map(LifeDay::text).toList()),
              seed);
    };
  }

  private static Recipe recipe(Options options) {
    Recipe recipe =
        switch (options.recipe()) {
          case CAREFUL -> Recipe.careful(options.seed());
          case PAPER -> Recipe.paper(options.seed());
        };
    LoopOptions loop = recipe.loop();
    return recipe.with(
        loop.withMostSteps(Math.min(loop.mostSteps(), options.mostSteps()))
            .withCheckpointSteps(options.checkpointSteps()));
  }

  // Whole days and single sentences of the validation days count alike.
  private static double score(Pretrained pretrained, Weights weights, Lesson lesson) {
    if (lesson.run().cancelled().getAsBoolean()) {
      throw new CancellationException("the training was stopped while shares were weighed");
    }
    try (TextEncoder encoder =
        pretrained.encoder(weights, Precision.INT8, lesson.options().threads())) {
      String name = Trainers.SBERT.model();
      Comparison comparison =
          lesson
              .evaluation()
              .compare(
                  lesson.life(),
                  lesson.split().onValidation(),
                  List.of(
                      SimilarDays.in(name, new EncoderSpace(encoder), lesson.evaluation().beta())));
      double score = ndcg(comparison, name, Kind.DAY) + ndcg(comparison, name, Kind.SENTENCE);
      LOG.debugf("a share scores %.4f on the validation days", score);
      return score;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the training was stopped while shares were weighed");
    }
  }

  private static double ndcg(Comparison comparison, String model, Kind kind) {
    return comparison.of(model).of(kind, Figure.NDCG_AT_10).isEmpty()
        ? 0
        : comparison.figure(model, kind, Figure.NDCG_AT_10).value();
  }
}
