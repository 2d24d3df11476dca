package io.chihiro.models.explain;

/// One fixed song's score for any question.
@FunctionalInterface
public interface SongScorer {
  /// The score, as answers are made.
  ///
  /// @param question a question's vector, unit length
  double score(float[] question);
}
