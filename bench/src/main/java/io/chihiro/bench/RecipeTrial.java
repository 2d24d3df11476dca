package io.chihiro.bench;

import io.chihiro.models.EncoderSpace;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every recipe on one fold of a life: tuned, mixed with the base by what the validation days say,
/// and tried on the days held out.
final class RecipeTrial implements AutoCloseable {
  private static final int THREADS = 2;

  private final Life life;
  private final Split split;
  private final Evaluation evaluation;
  private final Pretrained pretrained;
  private final TunedWeights tuned;
  private final SentenceEncoder base = new SentenceEncoder(THREADS);
  private final List<TextEncoder> opened = new ArrayList<>(List.of(base));
  private final Map<String, Mixed> mixed = new HashMap<>();

  /// What came of a fold.
  ///
  /// @param shares of tuned weights that were chosen, by the recipe's name
  /// @param drifts by the recipe's name
  record Outcome(Comparison comparison, Map<String, Double> shares, Map<String, Drift> drifts) {}

  private record Mixed(TextEncoder encoder, Drift drift) {}

  private record Chosen(double share, Drift drift, SongModel model) {}

  RecipeTrial(Life life, Split split, Evaluation evaluation, TunedWeights tuned) {
    this.life = life;
    this.split = split;
    this.evaluation = evaluation;
    this.pretrained = tuned.pretrained();
    this.tuned = tuned;
  }

  Outcome run(List<TriedRecipe> recipes) throws IOException, InterruptedException {
    List<SongModel> models = new ArrayList<>();
    models.add(SimilarDays.in(SentenceEncoder.NAME, new EncoderSpace(base), evaluation.beta()));
    Map<String, Double> shares = new LinkedHashMap<>();
    Map<String, Drift> drifts = new LinkedHashMap<>();
    for (TriedRecipe recipe : recipes) {
      Chosen chosen = chosen(recipe);
      models.add(chosen.model());
      shares.put(recipe.name(), chosen.share());
      drifts.put(recipe.name(), chosen.drift());
    }
    return new Outcome(evaluation.compare(life, split, models), shares, drifts);
  }

  @Override
  public void close() {
    opened.forEach(TextEncoder::close);
  }

  // Of equals the share nearer to the base; a recipe of one share has nothing to choose.
  private Chosen chosen(TriedRecipe recipe) throws IOException, InterruptedException {
    Weights weights = tuned.of(recipe, split);
    List<Chosen> all = new ArrayList<>();
    List<SongModel> models = new ArrayList<>();
    for (double share : recipe.shares()) {
      Mixed kept = mixed(recipe, weights, share);
      EncoderSpace space =
          recipe.queryStaysBase()
              ? new EncoderSpace(kept.encoder(), base)
              : new EncoderSpace(kept.encoder());
      all.add(
          new Chosen(share, kept.drift(), SimilarDays.in(recipe.name(), space, evaluation.beta())));
      models.add(SimilarDays.in("share " + share, space, evaluation.beta()));
    }
    Comparison validation = evaluation.compare(life, split.onValidation(), models);
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      best = score(validation, models.get(i)) > score(validation, models.get(best)) ? i : best;
    }
    return all.get(best);
  }

  private Mixed mixed(TriedRecipe recipe, Weights weights, double share)
      throws InterruptedException {
    String key = recipe.training() + share;
    Mixed known = mixed.get(key);
    if (known == null) {
      TextEncoder encoder =
          pretrained.encoder(weights.mixed(pretrained.weights(), share), Precision.FULL, THREADS);
      opened.add(encoder);
      known = new Mixed(encoder, Drift.of(encoder, base));
      mixed.put(key, known);
    }
    return known;
  }

  // Whole days and single sentences count alike, as in training.
  private static double score(Comparison comparison, SongModel model) {
    return comparison.figure(model.name(), Kind.DAY, Figure.NDCG_AT_10).value()
        + comparison.figure(model.name(), Kind.SENTENCE, Figure.NDCG_AT_10).value();
  }
}
