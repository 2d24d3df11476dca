package io.chihiro.models.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.chihiro.models.Question;
import java.util.Set;

/// A question of which the right answers are known.
///
/// @param kind what is asked with
/// @param group what belongs together: queries of one day or mood are averaged before anything is
///     said about chance
/// @param right songs that are right; at least one of them can be found
/// @param era the era it lies in
/// @param songsOfEra songs that belong to that era, right or not
public record Query(
    Kind kind,
    String group,
    Question question,
    Set<String> right,
    String era,
    Set<String> songsOfEra) {

  /// What is asked with.
  public enum Kind {
    /// The whole text of a held-out day, as the paper has it.
    DAY("the whole day"),
    /// One sentence of a held-out day, its names masked.
    SENTENCE("one sentence, names masked"),
    /// A mood that somebody had.
    MOOD("past moods");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As reports call it.
    @JsonValue
    public String words() {
      return words;
    }
  }
}
