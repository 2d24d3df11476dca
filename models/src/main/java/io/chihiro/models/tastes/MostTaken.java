package io.chihiro.models.tastes;

/// What most users took to, whoever asks.
///
/// @param split what is learned from
public record MostTaken(LeaveOneOut split) implements TasteModel {
  /// As tables call it.
  public static final String NAME = "most-popular";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] scores(int user) {
    float[] scores = new float[split.items().size()];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = (float) split.count(item);
    }
    return scores;
  }
}
