package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Decision.Kept;
import io.chihiro.models.evaluation.Decision.Promoted;
import io.chihiro.models.sequences.SequenceModels;
import java.util.ArrayList;
import java.util.List;

/// Decides whether what a skip-gram learned from somebody's sessions may answer; a pure function of
/// what was measured.
///
/// It must tell the next song of sessions it has never seen better than popularity does, beyond
/// chance, and PMI may not be ahead of it by more than chance. PMI itself is not let in: it is
/// counted for the comparison.
public final class NextSongGate {
  private NextSongGate() {}

  /// Decides.
  ///
  /// @param model its name, as the sentence calls it
  public static Decision decide(String model, NextSongReport report) {
    if (report.questions() == 0) {
      return new Kept(
          model
              + " is not promoted: no session ends with a song that is in another one, so nothing"
              + " tells how good it is; more listening is needed.");
    }
    List<String> failures = new ArrayList<>();
    Interval overPopular = report.gainOver(SequenceModels.MOST_POPULAR).hitAt10();
    if (!overPopular.aboveZero()) {
      failures.add(
          "its gain in hit@10 over the most popular songs is %s, which may be chance"
              .formatted(Gate.words(overPopular)));
    }
    Interval overPmi = report.gainOver(SequenceModels.PMI).hitAt10();
    if (overPmi.high() < 0) {
      failures.add("songs counted side by side (PMI) are ahead by " + Gate.words(overPmi));
    }
    return failures.isEmpty()
        ? new Promoted(promotion(model, report))
        : new Kept("%s is not promoted: %s.".formatted(model, String.join("; ", failures)));
  }

  private static String promotion(String model, NextSongReport report) {
    return """
        %s is promoted: in sessions it has never seen, its hit@10 for the next song is %s, \
        %s over the most popular songs and %s over PMI.\
        """
        .formatted(
            model,
            Gate.number(report.of(SequenceModels.SKIP_GRAM).hitAt10().value()),
            Gate.words(report.gainOver(SequenceModels.MOST_POPULAR).hitAt10()),
            Gate.words(report.gainOver(SequenceModels.PMI).hitAt10()));
  }
}
