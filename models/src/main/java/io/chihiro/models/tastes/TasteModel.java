package io.chihiro.models.tastes;

/// Tells what a user may take to next.
public interface TasteModel {
  /// As tables call it.
  String name();

  /// What was chosen about it on the validation, in a few words; empty if there was no choice.
  default String chosen() {
    return "";
  }

  /// A score of every item by number, the higher the likelier; comparable within one answer only.
  ///
  /// @param user a number from 0
  float[] scores(int user);
}
