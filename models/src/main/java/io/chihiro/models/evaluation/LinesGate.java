package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Decision.Kept;
import io.chihiro.models.evaluation.Decision.Promoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether an encoder of what is asked may read it when lines are looked for; a pure
/// function of what was measured.
///
/// Over personas it must find the right songs earlier than its base, beyond chance, what serves may
/// not be ahead of it by more than chance, and it must see general sentences as its base does.
///
/// @param fewestPersonas with fewer nothing can be told from chance
/// @param leastCorrelation the least rank correlation with the base on general sentences
public record LinesGate(int fewestPersonas, double leastCorrelation) {
  /// As strict about drift as for any encoder.
  public static LinesGate of(int fewestPersonas) {
    return new LinesGate(fewestPersonas, Gate.USUAL.leastCorrelation());
  }

  /// Decides.
  ///
  /// @param model its name, as the sentence calls it
  public Decision decide(String model, LinesMeasured measured, Drift drift) {
    Optional<String> missing = missing(measured.personas());
    if (missing.isPresent()) {
      return new Kept(model + " is not promoted: " + missing.get());
    }
    List<String> failures = new ArrayList<>();
    gain(measured.gainOverBase()).ifPresent(failures::add);
    measured
        .gainOverServing()
        .filter(gain -> gain.high() < 0)
        .ifPresent(gain -> failures.add("over the version that serves it is " + Gate.words(gain)));
    if (!(drift.correlation() >= leastCorrelation)) {
      failures.add(
          "its view of general sentences correlates with its base by %s, less than %s"
              .formatted(Gate.number(drift.correlation()), Gate.number(leastCorrelation)));
    }
    return failures.isEmpty()
        ? new Promoted(promotion(model, measured))
        : new Kept("%s is not promoted: %s.".formatted(model, String.join("; ", failures)));
  }

  private Optional<String> missing(int personas) {
    if (personas == 0) {
      return Optional.of(
          """
          nothing tells how good it is without personas; import a file of at least %d of them with \
          the songs that are right for each.\
          """
              .formatted(fewestPersonas));
    }
    return personas < fewestPersonas
        ? Optional.of(
            """
            judging needs %d personas for whom songs of the catalogue are right; there are %d, so \
            %d are missing.\
            """
                .formatted(fewestPersonas, personas, fewestPersonas - personas))
        : Optional.empty();
  }

  private static Optional<String> gain(Interval gain) {
    if (gain.aboveZero()) {
      return Optional.empty();
    }
    String doubt = gain.high() < 0 ? "a loss" : "which may be chance";
    return Optional.of(
        "its gain in MAP@10 over the base is %s, %s".formatted(Gate.words(gain), doubt));
  }

  private static String promotion(String model, LinesMeasured measured) {
    return "%s is promoted: for %d personas its MAP@10 is %s, %s over the base on the same %d songs."
        .formatted(
            model,
            measured.personas(),
            Gate.number(measured.ofTuned().value()),
            Gate.words(measured.gainOverBase()),
            measured.songs());
  }
}
