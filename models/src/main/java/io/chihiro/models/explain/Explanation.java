package io.chihiro.models.explain;

import java.util.List;

/// Which words of a mood carried one song.
///
/// @param score the song's score for the whole mood
/// @param fit how much of what happens to the score near the mood the words' weights tell: R², 1
///     for all of it
/// @param words the heaviest first, whichever way they pull
public record Explanation(double score, double fit, List<WordWeight> words) {

  /// What one word did for the song.
  ///
  /// @param word as it was written first
  /// @param weight by how much the score rises with it near the mood, all else as it may be: LIME's
  /// @param change by how much the score rises when it is added to all the others: exact
  public record WordWeight(String word, double weight, double change) {}
}
