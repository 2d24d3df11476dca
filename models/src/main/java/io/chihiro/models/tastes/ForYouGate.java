package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.TasteGate.Choice;
import io.chihiro.models.tastes.TasteReport.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Decides whether what a few people took to may answer one of them; a pure function of what was
/// measured.
///
/// Of the models that hold no user, the validation chooses one, and on the test its nDCG@10 must be
/// above that of what is most popular and above that of a random order, both beyond chance. Among
/// few people the best of two is soon ahead by luck, and what is most popular soon behind a random
/// order: every song that is asked for lacks the one listen that was held out.
public final class ForYouGate {
  private static final List<String> CANDIDATES = List.of(Ease.NAME, ItemKnn.NAME);

  private ForYouGate() {}

  /// The candidate that is best on the validation.
  public static Row best(TasteReport report) {
    return CANDIDATES.stream()
        .map(report::of)
        .max(Comparator.comparingDouble(Row::validation))
        .orElseThrow();
  }

  /// Decides.
  ///
  /// @param seed of the interval
  public static Choice choose(TasteReport report, long seed) {
    Row best = best(report);
    Interval gain = report.gain(best.model(), MostTaken.NAME, seed);
    Interval own = best.overall().ndcgAt10();
    double chance = report.chance().ndcgAt10().value();
    String figures =
        "its nDCG@10 over what %d people took to last is %s (95 %% between %s and %s), %s over the"
                .formatted(
                    report.users(),
                    number(own.value()),
                    number(own.low()),
                    number(own.high()),
                    words(gain))
            + " most popular songs, where a random order has "
            + number(chance);
    return gain.aboveZero() && own.low() > chance
        ? new Choice.Promoted(best.model(), best.model() + " answers: " + figures + ".")
        : new Choice.None(
            "No model answers: %s is the best, but %s, which may be chance."
                .formatted(best.model(), figures));
  }

  private static String words(Interval gain) {
    return "%s (95 %% between %s and %s)"
        .formatted(signed(gain.value()), signed(gain.low()), signed(gain.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }
}
