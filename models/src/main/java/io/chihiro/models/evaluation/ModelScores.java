package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Query.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one model scored in every question, group by group, so that models can be paired.
///
/// @param model its name
/// @param scores by kind and figure: each group's mean, in the order of the questions
/// @param byEra nDCG@10 of whole days: each group's mean, by era, oldest first
public record ModelScores(
    String model,
    Map<Kind, Map<Figure, Map<String, Double>>> scores,
    Map<String, Map<String, Double>> byEra) {

  /// What the answers to these queries are worth.
  ///
  /// @param answers the songs of each query, best first, in the same order
  static ModelScores of(String model, List<Query> queries, List<List<String>> answers) {
    Map<Kind, Map<Figure, Map<String, Double>>> scores = new EnumMap<>(Kind.class);
    Map<String, Map<String, List<Double>>> eras = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      Map<Figure, Map<String, Double>> figures = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        figures.put(figure, means(grouped(kind, figure, queries, answers)));
      }
      scores.put(kind, figures);
    }
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i).kind() == Kind.DAY) {
        add(
            eras.computeIfAbsent(queries.get(i).era(), _ -> new LinkedHashMap<>()),
            Figure.NDCG_AT_10,
            queries.get(i),
            answers.get(i));
      }
    }
    Map<String, Map<String, Double>> byEra = new LinkedHashMap<>();
    eras.forEach((era, groups) -> byEra.put(era, means(groups)));
    return new ModelScores(model, scores, byEra);
  }

  /// The scores of one recipe on several folds; what was asked in more than one is averaged.
  static ModelScores pooled(List<ModelScores> folds) {
    Map<Kind, Map<Figure, Map<String, Double>>> scores = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<Figure, Map<String, Double>> figures = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        figures.put(figure, merged(folds.stream().map(fold -> fold.of(kind, figure)).toList()));
      }
      scores.put(kind, figures);
    }
    Map<String, List<Map<String, Double>>> eras = new LinkedHashMap<>();
    for (ModelScores fold : folds) {
      fold.byEra()
          .forEach((era, groups) -> eras.computeIfAbsent(era, _ -> new ArrayList<>()).add(groups));
    }
    Map<String, Map<String, Double>> byEra = new LinkedHashMap<>();
    eras.forEach((era, groups) -> byEra.put(era, merged(groups)));
    return new ModelScores(folds.getFirst().model(), scores, byEra);
  }

  private static Map<String, Double> merged(List<Map<String, Double>> folds) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (Map<String, Double> fold : folds) {
      fold.forEach(
          (group, value) -> groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(value));
    }
    return means(groups);
  }

  private static Map<String, List<Double>> grouped(
      Kind kind, Figure figure, List<Query> queries, List<List<String>> answers) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i).kind() == kind) {
        add(groups, figure, queries.get(i), answers.get(i));
      }
    }
    return groups;
  }

  private static void add(
      Map<String, List<Double>> groups, Figure figure, Query query, List<String> answer) {
    figure
        .of(answer, query)
        .ifPresent(
            value -> groups.computeIfAbsent(query.group(), _ -> new ArrayList<>()).add(value));
  }

  private static Map<String, Double> means(Map<String, List<Double>> groups) {
    Map<String, Double> means = new LinkedHashMap<>();
    groups.forEach(
        (group, values) ->
            means.put(group, values.stream().mapToDouble(x -> x).average().orElseThrow()));
    return Collections.unmodifiableMap(means);
  }

  /// Each group's mean; empty where nothing of this kind was asked.
  public Map<String, Double> of(Kind kind, Figure figure) {
    return scores.getOrDefault(kind, Map.of()).getOrDefault(figure, Map.of());
  }
}
