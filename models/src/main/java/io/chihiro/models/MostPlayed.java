package io.chihiro.models;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The most played songs, whatever is asked: a baseline.
public final class MostPlayed implements SongModel {
  /// As tables call it.
  public static final String NAME = "most-played";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answers over(List<LifeDay> days) {
    Map<String, Double> plays = new HashMap<>();
    for (LifeDay day : days) {
      day.plays().forEach((song, count) -> plays.merge(song, (double) count, Double::sum));
    }
    return (questions, limit) ->
        Collections.nCopies(questions.size(), SongWorth.best(plays, limit));
  }
}
