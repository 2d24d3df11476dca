package io.chihiro.training;

import com.fasterxml.jackson.annotation.JsonValue;
import io.chihiro.door.Hyphenated;
import io.chihiro.models.torch.TrainingRun.Progress;
import java.time.Instant;
import java.util.Optional;

/// Where the training under way stands, or how the last one ended.
///
/// @param model what is trained; absent before the first training
/// @param since when it began
/// @param part which of several versions is learned; absent before the first
/// @param progress of learning; absent before it has begun and where nothing is learned in steps
/// @param message how it ended, as a sentence
public record TrainingStatus(
    State state,
    Optional<String> model,
    Optional<Instant> since,
    Optional<Part> part,
    Optional<Steps> progress,
    Optional<String> message) {

  /// A training learns one version for each part of the days that judge, and then the one that may
  /// serve.
  ///
  /// @param number from 1
  public record Part(int number, int parts) {}

  /// What is done at the moment.
  public enum State {
    /// Nothing has been trained since this service began.
    IDLE,
    /// The days are read.
    READING,
    /// The model learns.
    LEARNING,
    /// It is laid beside others on days that it has never seen.
    MEASURING,
    /// It is written into the store and announced.
    WRITING,
    /// It has ended, promoted or not.
    DONE,
    /// It was stopped.
    CANCELLED,
    /// It could not be brought to its end.
    FAILED;

    /// Whether a training is under way.
    boolean running() {
      return switch (this) {
        case READING, LEARNING, MEASURING, WRITING -> true;
        case IDLE, DONE, CANCELLED, FAILED -> false;
      };
    }

    /// As answers write it.
    @JsonValue
    public String word() {
      return Hyphenated.of(this);
    }
  }

  /// How far learning has come.
  ///
  /// @param secondsLeft an estimate, from the pace so far
  public record Steps(int epoch, int epochs, long step, long steps, double loss, long secondsLeft) {
    static Steps of(Progress progress) {
      return new Steps(
          progress.epoch(),
          progress.epochs(),
          progress.step(),
          progress.steps(),
          progress.loss(),
          progress.left().toSeconds());
    }
  }

  static TrainingStatus idle() {
    return new TrainingStatus(
        State.IDLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static TrainingStatus begun(String model, Instant now) {
    return new TrainingStatus(
        State.READING,
        Optional.of(model),
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  TrainingStatus in(State next) {
    return new TrainingStatus(next, model, since, part, progress, message);
  }

  TrainingStatus in(Part next) {
    return new TrainingStatus(state, model, since, Optional.of(next), Optional.empty(), message);
  }

  TrainingStatus at(Progress now) {
    return new TrainingStatus(
        State.LEARNING, model, since, part, Optional.of(Steps.of(now)), Optional.empty());
  }

  TrainingStatus ended(State end, String sentence) {
    return new TrainingStatus(end, model, since, part, progress, Optional.of(sentence));
  }
}
