package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.NextSong.Asked;
import io.chihiro.models.sequences.SequenceModels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How well models told the next song of sequences that they had never seen.
///
/// @param sequences held out, each once
/// @param questions asked of every model
/// @param chance what songs drawn at random would have
/// @param figures of each model; the intervals are over sequences
/// @param gains of the skip-gram over each other model, on the same questions
/// @param cold right songs that nobody could know, each as often as it was one; asked of nobody
public record NextSongReport(
    int sequences,
    int questions,
    Chance chance,
    Map<SequenceModels, Figures> figures,
    Map<SequenceModels, Figures> gains,
    List<String> cold) {
  private static final int COLD_NAMED = 5;

  /// Of one model.
  ///
  /// @param hitAt10 share of questions whose right song is among the first ten
  /// @param mrr mean of one over the right song's rank among all songs
  public record Figures(Interval hitAt10, Interval mrr) {}

  /// Figures without intervals.
  public record Chance(double hitAt10, double mrr) {}

  public NextSongReport {
    figures = Map.copyOf(figures);
    gains = Map.copyOf(gains);
    cold = List.copyOf(cold);
  }

  static NextSongReport of(
      int sequences, List<Asked> asked, List<String> cold, Bootstrap bootstrap) {
    Map<SequenceModels, Figures> figures = new EnumMap<>(SequenceModels.class);
    Map<SequenceModels, Figures> gains = new EnumMap<>(SequenceModels.class);
    for (SequenceModels model : SequenceModels.values()) {
      figures.put(
          model,
          new Figures(
              mean(asked, bootstrap, each -> hit(each, model)),
              mean(asked, bootstrap, each -> reciprocal(each, model))));
      gains.put(
          model,
          new Figures(
              mean(
                  asked, bootstrap, each -> hit(each, SequenceModels.SKIP_GRAM) - hit(each, model)),
              mean(
                  asked,
                  bootstrap,
                  each -> reciprocal(each, SequenceModels.SKIP_GRAM) - reciprocal(each, model))));
    }
    return new NextSongReport(sequences, asked.size(), chance(asked), figures, gains, cold);
  }

  /// A model's figures.
  public Figures of(SequenceModels model) {
    Figures known = figures.get(model);
    if (known == null) {
      throw new IllegalArgumentException("there are no figures of " + model.words());
    }
    return known;
  }

  /// By how much the skip-gram is ahead of a model.
  public Figures gainOver(SequenceModels model) {
    Figures known = gains.get(model);
    if (known == null) {
      throw new IllegalArgumentException("there is no gain over " + model.words());
    }
    return known;
  }

  /// All of it as text, one line a model.
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%d sequences, %d questions, %d cold songs%s%n"
            .formatted(sequences, questions, cold.size(), coldNames()));
    table.append("%-13s %-23s %-23s%n".formatted("model", "hit@10", "mrr"));
    for (SequenceModels model : SequenceModels.values()) {
      Figures own = of(model);
      table.append(
          "%-13s %-23s %-23s%n".formatted(model.words(), shown(own.hitAt10()), shown(own.mrr())));
    }
    table.append(
        String.format(
            Locale.ROOT, "%-13s %-23.3f %-23.3f%n", "chance", chance.hitAt10(), chance.mrr()));
    return table.toString();
  }

  private String coldNames() {
    if (cold.isEmpty()) {
      return "";
    }
    String some = String.join(", ", cold.stream().distinct().limit(COLD_NAMED).toList());
    return " (" + some + (cold.stream().distinct().count() > COLD_NAMED ? ", …)" : ")");
  }

  private static String shown(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", interval.value(), interval.low(), interval.high());
  }

  // What belongs to one sequence is not independent, so sequences are drawn whole.
  private static Interval mean(
      List<Asked> asked, Bootstrap bootstrap, ToDoubleFunction<Asked> value) {
    Map<Integer, List<Double>> bySequence = new TreeMap<>();
    for (Asked each : asked) {
      bySequence
          .computeIfAbsent(each.sequence(), _ -> new ArrayList<>())
          .add(value.applyAsDouble(each));
    }
    return bootstrap.groups(bySequence.values());
  }

  private static double hit(Asked asked, SequenceModels model) {
    return rank(asked, model) <= NextSong.DEPTH ? 1 : 0;
  }

  private static double reciprocal(Asked asked, SequenceModels model) {
    return 1.0 / rank(asked, model);
  }

  private static int rank(Asked asked, SequenceModels model) {
    return asked.ranks().getOrDefault(model, Integer.MAX_VALUE);
  }

  private static Chance chance(List<Asked> asked) {
    double hits = 0;
    double reciprocals = 0;
    for (Asked each : asked) {
      hits += Math.min(1.0, NextSong.DEPTH / (double) each.candidates());
      reciprocals += harmonic(each.candidates()) / each.candidates();
    }
    int questions = Math.max(1, asked.size());
    return new Chance(hits / questions, reciprocals / questions);
  }

  private static double harmonic(int number) {
    double sum = 0;
    for (int i = 1; i <= number; i++) {
      sum += 1.0 / i;
    }
    return sum;
  }
}
