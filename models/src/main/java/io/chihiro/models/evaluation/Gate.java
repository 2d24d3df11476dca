package io.chihiro.models.evaluation;

import io.chihiro.models.MostPlayed;
import io.chihiro.models.RandomSongs;
import io.chihiro.models.Tfidf;
import io.chihiro.models.evaluation.Decision.Kept;
import io.chihiro.models.evaluation.Decision.Promoted;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decides whether a trained version may serve; a pure function of what was measured.
///
/// It must gain on held-out days beyond chance, lose nothing on moods, see general sentences as its
/// base does, and beat what needs no learning. Fine-tuning on few days easily gains the first and
/// loses the rest.
///
/// @param mostMoodLoss how much a figure of sentences or moods may fall; rounding, no more
/// @param leastCorrelation the least rank correlation with the base on general sentences
public record Gate(double mostMoodLoss, double leastCorrelation) {
  /// What decides unless somebody sets otherwise.
  public static final Gate USUAL = new Gate(0.005, 0.95);

  private static final List<String> BASELINES =
      List.of(Tfidf.NAME, MostPlayed.NAME, RandomSongs.NAME);

  /// Decides.
  ///
  /// @param candidate the trained version's name in the comparison
  /// @param serving the serving version's name in the comparison
  /// @param drift of the candidate from its base, if it is tuned from one
  public Decision decide(
      Comparison comparison, String candidate, String serving, Optional<Drift> drift) {
    if (comparison.of(candidate).of(Kind.DAY, Figure.NDCG_AT_10).isEmpty()) {
      return new Kept(
          candidate
              + " is not promoted: no held-out day shares a song with a known one, so nothing tells"
              + " how good it is; more days with music are needed.");
    }
    List<String> failures = new ArrayList<>();
    gain(comparison, candidate, serving).ifPresent(failures::add);
    failures.addAll(losses(comparison, candidate, serving));
    drift.flatMap(this::tooFar).ifPresent(failures::add);
    failures.addAll(unbeaten(comparison, candidate));
    if (failures.isEmpty()) {
      return new Promoted(promotion(comparison, candidate, serving));
    }
    return new Kept(candidate + " is not promoted: " + String.join("; ", failures) + ".");
  }

  private static Optional<String> gain(Comparison comparison, String candidate, String serving) {
    Interval gain = comparison.gain(candidate, serving, Kind.DAY, Figure.NDCG_AT_10);
    if (gain.aboveZero()) {
      return Optional.empty();
    }
    String doubt = gain.high() < 0 ? "a loss" : "which may be chance";
    return Optional.of(
        "its gain in nDCG@10 over %s on held-out days is %s, %s"
            .formatted(serving, words(gain), doubt));
  }

  private List<String> losses(Comparison comparison, String candidate, String serving) {
    List<String> losses = new ArrayList<>();
    for (Kind kind : List.of(Kind.SENTENCE, Kind.MOOD)) {
      for (Figure figure : List.of(Figure.NDCG_AT_10, Figure.ERA_PRECISION_AT_5)) {
        double before = comparison.figure(serving, kind, figure).value();
        double after = comparison.figure(candidate, kind, figure).value();
        if (after < before - mostMoodLoss) {
          losses.add(
              "asked with %s, %s falls from %s to %s"
                  .formatted(kind.words(), figure.words(), number(before), number(after)));
        }
      }
    }
    return losses;
  }

  private Optional<String> tooFar(Drift drift) {
    return drift.correlation() >= leastCorrelation
        ? Optional.empty()
        : Optional.of(
            "its view of general sentences correlates with its base by %s, less than %s"
                .formatted(number(drift.correlation()), number(leastCorrelation)));
  }

  private static List<String> unbeaten(Comparison comparison, String candidate) {
    double own = ndcg(comparison, candidate);
    return BASELINES.stream()
        .filter(baseline -> comparison.find(baseline).isPresent())
        .filter(baseline -> !(own > ndcg(comparison, baseline)))
        .map(
            baseline ->
                "%s has an nDCG@10 of %s on held-out days and it has %s"
                    .formatted(baseline, number(ndcg(comparison, baseline)), number(own)))
        .toList();
  }

  private static double ndcg(Comparison comparison, String model) {
    return comparison.figure(model, Kind.DAY, Figure.NDCG_AT_10).value();
  }

  private static String promotion(Comparison comparison, String candidate, String serving) {
    Interval gain = comparison.gain(candidate, serving, Kind.DAY, Figure.NDCG_AT_10);
    return "%s is promoted: on held-out days its nDCG@10 is %s, %s over %s, and moods lose nothing."
        .formatted(candidate, number(ndcg(comparison, candidate)), words(gain), serving);
  }

  static String words(Interval interval) {
    return "%s (95 %% between %s and %s)"
        .formatted(signed(interval.value()), signed(interval.low()), signed(interval.high()));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }
}
