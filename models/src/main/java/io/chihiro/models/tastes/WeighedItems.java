package io.chihiro.models.tastes;

/// Weights between items as a model that is asked about users: measured as it is served.
///
/// @param name as tables call what the weights were learned by
/// @param chosen what the validation chose about it
/// @param split whose users are asked about
/// @param weights learned from the same split
public record WeighedItems(String name, String chosen, LeaveOneOut split, ItemWeights weights)
    implements TasteModel {
  @Override
  public float[] scores(int user) {
    return weights.scores(split.learned(user));
  }
}
