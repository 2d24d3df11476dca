package io.chihiro.training.trainer;

import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TrainingRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model learns from, and what surrounds it.
///
/// @param split only its days to learn from and to validate may be looked at
/// @param told what feedback teaches; none of its texts is of a held-out day
/// @param base the encoder that ships with the program, as days are read with it
/// @param asking the same as moods are read with it
/// @param version what the new version is called
/// @param at when it is trained
public record Lesson(
    Life life,
    Split split,
    List<TextTriplet> told,
    TextEncoder base,
    TextEncoder asking,
    Evaluation evaluation,
    Options options,
    TrainingRun run,
    String version,
    Instant at) {
  private static final int MOST_BORROWED = 50;

  /// The card of the version that becomes of this.
  ///
  /// @param under the encoder that it stands on
  /// @param dimension of its vectors
  /// @param tokens it reads at once
  ModelCard card(String name, Kind kind, Optional<TextEncoder> under, int dimension, int tokens) {
    return new ModelCard(
        name,
        version,
        kind,
        under.map(TextEncoder::version),
        dimension,
        tokens,
        Pooling.MEAN,
        false,
        options.seed(),
        at,
        Map.of());
  }

  /// Triplets that choose the best checkpoint: those of the validation days. Of a short life these
  /// may share no song with each other; some that are learned from have to do then.
  List<Triplet> steering() {
    List<Triplet> own = split.validation();
    return own.isEmpty() ? split.train().stream().limit(MOST_BORROWED).toList() : own;
  }

  /// Every passage of these days that is compared when songs are found.
  List<String> passages(List<LifeDay> days) {
    return days.stream()
        .flatMap(day -> PassageSplitter.passages(day.text(), base).stream())
        .toList();
  }
}
