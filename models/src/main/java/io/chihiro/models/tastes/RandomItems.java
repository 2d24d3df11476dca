package io.chihiro.models.tastes;

import java.util.Random;

/// Items in a random order, another one for each user: what chance gives.
///
/// @param items how many there are
/// @param seed the same one gives the same order
public record RandomItems(int items, long seed) implements TasteModel {
  /// As tables call it.
  public static final String NAME = "random";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] scores(int user) {
    Random random = new Random(31 * seed + user);
    float[] scores = new float[items];
    for (int item = 0; item < items; item++) {
      scores[item] = random.nextFloat();
    }
    return scores;
  }
}
