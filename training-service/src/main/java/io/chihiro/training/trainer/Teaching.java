package io.chihiro.training.trainer;

/// What makes versions of a model, by what the model learns from.
public sealed interface Teaching {
  /// From days with text and songs.
  ///
  /// @param trainer makes a version of them
  record OfDays(ModelTrainer trainer) implements Teaching {}

  /// From listening sessions and playlists.
  record OfSessions() implements Teaching {}

  /// From what several people took to, each of whom agrees.
  record OfTastes() implements Teaching {}

  /// From words of songs and what is said of them.
  record OfAnnotations() implements Teaching {}
}
