package io.chihiro.models.evaluation;

/// Whether a version may serve, and why or why not.
public sealed interface Decision {
  /// A sentence a person understands, with the numbers that decided.
  String reason();

  /// It may serve.
  record Promoted(String reason) implements Decision {}

  /// It is kept, and the one that serves goes on serving.
  record Kept(String reason) implements Decision {}
}
