package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.GeneralPairs;
import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.ModelScores;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The comparison of recipes as the Markdown that is committed.
final class RecipeReport {
  private RecipeReport() {}

  static String of(Life life, RecipeTable finalists) {
    return head(life, finalists)
        + figures(finalists.pooled())
        + recipes("The recipes", finalists)
        + gate(finalists.decisions());
  }

  static String ofOptions(RecipeTable options) {
    return "\n## Other options, on the first %d folds\n\n".formatted(options.folds().size())
        + figures(options.pooled())
        + recipes("What they are", options)
        + gate(options.decisions());
  }

  /// Of models over the base's vectors.
  ///
  /// @param drifts of the fold that drifted farthest, by the model's name
  static String ofLayers(
      Life life,
      int folds,
      Comparison pooled,
      Map<String, Drift> drifts,
      Map<String, Decision> decisions) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # What is learned over the encoder's vectors

        Written by `./chihiro bench layers`; nothing here is typed by hand. The sample life: %d days and
        %d golden moods that nothing is ever learned from. A fifth of the days is held out, in %d folds;
        each learns from seven tenths of the days, keeps the best epoch by one tenth, and is asked the
        rest. In brackets: bootstrap 95 %% intervals over days or moods. Beside `REPORT.md`, whose models
        change the encoder itself.

        """
            .formatted(life.days().size(), life.moods().size(), folds));
    text.append(figures(pooled)).append("\nHow far similarities of general sentences moved:\n\n");
    drifts.forEach(
        (name, drift) ->
            text.append(
                "- %s: rank correlation with the base's %.3f%n"
                    .formatted(name, drift.correlation())));
    return text.append(gate(decisions)).toString();
  }

  private static String head(Life life, RecipeTable table) {
    long withSongs = life.days().stream().filter(day -> !day.plays().isEmpty()).count();
    return """
      # How the encoder is tuned

      Written by `./chihiro bench recipes`; nothing here is typed by hand. The sample life: %d days,
      %d with songs, %d golden moods that nothing is ever learned from. A fifth of the
      days is held out, in %d folds; each learns from seven tenths of the days, chooses the share of
      tuned weights on one tenth (nDCG@10 of whole days and single sentences) and is asked the rest.
      In brackets: bootstrap 95 %% intervals over days or moods. Drift is the rank correlation of
      similarities on %s pairs of general sentences with the base's, in the fold that drifted
      farthest. Full precision throughout.

      """
        .formatted(
            life.days().size(),
            withSongs,
            life.moods().size(),
            table.folds().size(),
            GeneralPairs.all().size());
  }

  private static String figures(Comparison pooled) {
    StringBuilder text = new StringBuilder();
    text.append("| model | held-out days, nDCG@10 | over base | one sentence, nDCG@10 |");
    text.append(" golden moods, era precision@5 | over base |\n| --- |");
    text.append(" --- |".repeat(5)).append('\n');
    pooled.models().stream().map(ModelScores::model).forEach(m -> text.append(line(pooled, m)));
    return text.toString();
  }

  private static String recipes(String title, RecipeTable table) {
    StringBuilder text = new StringBuilder("\n## " + title + "\n\n");
    text.append("| recipe | what it is | shares kept | drift | the gate |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    table.recipes().forEach(recipe -> text.append(line(recipe, table)));
    return text.toString();
  }

  private static String gate(Map<String, Decision> decisions) {
    StringBuilder text = new StringBuilder("\nWhat the gate said:\n\n");
    decisions.forEach((_, each) -> text.append("- ").append(each.reason()).append('\n'));
    return text.toString();
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

  private static String line(TriedRecipe recipe, RecipeTable table) {
    String shares =
        table.folds().stream()
            .map(fold -> fold.shares().getOrDefault(recipe.name(), Double.NaN))
            .map(share -> "%.2f".formatted(share))
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %.3f | %s |%n"
        .formatted(
            recipe.name(),
            recipe.words(),
            shares,
            table.worst(recipe).correlation(),
            table.promotes(recipe.name()) ? "promoted" : "refused");
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
