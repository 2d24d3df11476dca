package io.chihiro.models;

import java.util.List;

/// Answers questions with songs: encoders, counted words and baselines that read no text alike.
public interface SongModel {
  /// As requests and tables call it, e.g. `tfidf`.
  String name();

  /// Takes in the days that questions may be answered with, oldest first.
  Answers over(List<LifeDay> days) throws InterruptedException;

  /// What a model makes of the days it has taken in.
  @FunctionalInterface
  interface Answers {
    /// The identities of the best songs for each question, best first.
    List<List<String>> best(List<Question> questions, int limit) throws InterruptedException;
  }
}
