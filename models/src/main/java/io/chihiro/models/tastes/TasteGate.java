package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.TasteReport.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Decides which model answers; a pure function of what was measured.
///
/// Of the models that learn, the one that is best on the validation and is above what is popular
/// and above the nearest items in nDCG@10 of the test. The validation chooses, so that the test
/// only confirms: the best of several on the test would look better than it is.
public final class TasteGate {
  /// What must be beaten, and never answers.
  private static final List<String> BASELINES = List.of(MostTaken.NAME, ItemKnn.NAME);

  private static final List<String> NEVER = List.of(RandomItems.NAME, MostTaken.NAME, ItemKnn.NAME);

  private TasteGate() {}

  /// Which one answers, and why or why none.
  public sealed interface Choice {
    /// A sentence a person understands, with the numbers that decided.
    String reason();

    /// It answers.
    record Promoted(String model, String reason) implements Choice {}

    /// None does.
    record None(String reason) implements Choice {}
  }

  /// Decides.
  ///
  /// @param seed of the interval that the reason tells
  public static Choice choose(TasteReport report, long seed) {
    List<Row> candidates =
        report.rows().stream()
            .filter(row -> !NEVER.contains(row.model()))
            .sorted(Comparator.comparingDouble(Row::validation).reversed())
            .toList();
    List<String> refused = new ArrayList<>();
    for (Row row : candidates) {
      List<String> unbeaten = unbeaten(report, row);
      if (unbeaten.isEmpty()) {
        return new Choice.Promoted(row.model(), promotion(report, row, refused, seed));
      }
      refused.add(row.model() + " is not above " + String.join(" and ", unbeaten));
    }
    return new Choice.None("No model answers: " + String.join("; ", refused) + ".");
  }

  private static List<String> unbeaten(TasteReport report, Row row) {
    return BASELINES.stream()
        .filter(baseline -> !(ndcg(row) > ndcg(report.of(baseline))))
        .map(baseline -> "%s (%s)".formatted(baseline, number(ndcg(report.of(baseline)))))
        .toList();
  }

  private static String promotion(TasteReport report, Row row, List<String> refused, long seed) {
    Interval gain = report.gain(row.model(), ItemKnn.NAME, seed);
    String answer =
        "%s answers: its nDCG@10 is %s, %s over %s (95 %% between %s and %s)%s."
            .formatted(
                row.model(),
                number(ndcg(row)),
                signed(gain.value()),
                ItemKnn.NAME,
                signed(gain.low()),
                signed(gain.high()),
                gain.aboveZero() ? "" : ", which may be chance");
    return refused.isEmpty() ? answer : answer + " " + String.join("; ", refused) + ".";
  }

  private static double ndcg(Row row) {
    return row.overall().ndcgAt10().value();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }
}
