package io.chihiro.models.tastes;

import java.util.List;

/// Scores that were worked out once, by a model that is no longer there.
///
/// @param name as tables call it
/// @param chosen what the validation chose about it
/// @param rows every item's score, a row a user
public record KnownScores(String name, String chosen, List<float[]> rows) implements TasteModel {
  public KnownScores {
    rows = List.copyOf(rows);
  }

  @Override
  public float[] scores(int user) {
    return rows.get(user).clone();
  }
}
