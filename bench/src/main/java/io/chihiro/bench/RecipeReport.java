package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.GeneralPairs;
import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.ModelScores;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The comparison of recipes as the Markdown that is committed.
final class RecipeReport {
  private RecipeReport() {}

  static String of(
      Life life,
      Comparison pooled,
      List<RecipeTrial.Outcome> folds,
      List<TriedRecipe> recipes,
      Map<String, Decision> decisions) {
    StringBuilder text = new StringBuilder();
    long withSongs = life.days().stream().filter(day -> !day.plays().isEmpty()).count();
    text.append(head(life, withSongs, folds.size()));
    text.append("| model | held-out days, nDCG@10 | over base | one sentence, nDCG@10 |");
    text.append(" golden moods, era precision@5 | over base |\n| --- |");
    text.append(" --- |".repeat(5)).append('\n');
    pooled.models().stream().map(ModelScores::model).forEach(m -> text.append(line(pooled, m)));
    text.append("\n## The recipes\n\n| recipe | what it is | shares kept | drift | the gate |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    recipes.forEach(recipe -> text.append(line(recipe, folds, decisions)));
    text.append("\n## What the gate said\n\n");
    decisions.forEach((_, decision) -> text.append("- ").append(decision.reason()).append('\n'));
    return text.toString();
  }

  private static String head(Life life, long withSongs, int folds) {
    return """
      # How the encoder is tuned

      Written by `./chihiro bench recipes`; nothing here is typed by hand. The sample life: %d days,
      %d with songs, %d golden moods that nothing is ever learned from. A fifth of the
      days is held out, in %d fold(s); each learns from seven tenths of the days, chooses the share of
      tuned weights on one tenth (nDCG@10 of whole days and single sentences) and is asked the rest.
      In brackets: bootstrap 95 %% intervals over days or moods. Drift is the rank correlation of
      similarities on %s pairs of general sentences with the base's, in the fold that drifted
      farthest. Full precision throughout.

      """
        .formatted(
            life.days().size(), withSongs, life.moods().size(), folds, GeneralPairs.all().size());
  }

  private static String line(Comparison pooled, String model) {
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            model,
            shown(pooled.figure(model, Kind.DAY, Figure.NDCG_AT_10)),
            gain(pooled, model, Kind.DAY, Figure.NDCG_AT_10),
            shown(pooled.figure(model, Kind.SENTENCE, Figure.NDCG_AT_10)),
            shown(pooled.figure(model, Kind.MOOD, Figure.ERA_PRECISION_AT_5)),
            gain(pooled, model, Kind.MOOD, Figure.ERA_PRECISION_AT_5));
  }

  private static String line(
      TriedRecipe recipe, List<RecipeTrial.Outcome> folds, Map<String, Decision> decisions) {
    String shares =
        folds.stream()
            .map(fold -> fold.shares().getOrDefault(recipe.name(), Double.NaN))
            .map(share -> "%.2f".formatted(share))
            .collect(Collectors.joining(", "));
    boolean promoted = decisions.get(recipe.name()) instanceof Decision.Promoted;
    return "| %s | %s | %s | %.3f | %s |%n"
        .formatted(
            recipe.name(),
            recipe.words(),
            shares,
            RecipesBenchmark.worst(folds, recipe).correlation(),
            promoted ? "promoted" : "refused");
  }

  private static String gain(Comparison pooled, String model, Kind kind, Figure figure) {
    return model.equals(SentenceEncoder.NAME)
        ? ""
        : signed(pooled.gain(model, SentenceEncoder.NAME, kind, figure));
  }

  private static String shown(Interval interval) {
    return words("%.3f [%.3f, %.3f]", interval);
  }

  private static String signed(Interval interval) {
    return words("%+.3f [%+.3f, %+.3f]", interval);
  }

  private static String words(String format, Interval interval) {
    return String.format(Locale.ROOT, format, interval.value(), interval.low(), interval.high());
  }
}
