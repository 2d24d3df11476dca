package io.chihiro.models.torch;

import io.chihiro.models.torch.Restraint.Leaving;
import io.chihiro.models.torch.Schedule.WarmUpLinear;

/// How an encoder is fine-tuned.
///
/// @param objective what is wanted of triplets
/// @param loop how the training goes
/// @param restraint what keeps it from forgetting
/// @param tokens tokens of a text that are read in training, the marks at the ends included; the
///     first half page says what a day was, and a step costs in proportion
/// @param dropout share of the activations that a step leaves out
public record Recipe(
    Objective objective, LoopOptions loop, Restraint restraint, int tokens, double dropout) {

  private static final int TOKENS = 128;

  /// What the encoders themselves were trained with.
  private static final double DROPOUT = 0.1;

  private static final long EVERY_STEP = Long.MAX_VALUE;

  /// S0's: 3 epochs, batch 2, AdamW 2e-5 with a tenth of warm-up, global norm 1, everything
  /// trained, nothing held back. It learns its triplets and forgets moods.
  public static Recipe paper(long seed) {
    LoopOptions loop =
        new LoopOptions(
            3, // epochs: afterwards few triplets are learned by heart
            EVERY_STEP,
            2, // patience: one bad epoch of three may be chance
            new WarmUpLinear(2e-5, 0.1), // Devlin et al.'s range; Adam's first steps are guesses
            0.01, // weight decay: sentence-transformers' own
            1.0, // clip: the same
            50, // a checkpoint about every half minute
            seed);
    return new Recipe(Objective.TripletMargin.PAPER, loop, Restraint.NONE, TOKENS, DROPOUT);
  }

  /// The one that is meant to hold on to moods: the tables of words and the lower half of
  /// MiniLM's layers stay, what does not stay moves faster and in few steps. To be taught with
  /// [TextTriplets#withSentences].
  public static Recipe careful(long seed) {
    return paper(seed)
        .with(new Restraint(true, 3, new Leaving.Free()))
        .with(Objective.InBatchNegatives.USUAL)
        .with(new WarmUpLinear(5e-5, 0.1))
        .withMostSteps(120);
  }

  /// The same with another objective.
  public Recipe with(Objective other) {
    return new Recipe(other, loop, restraint, tokens, dropout);
  }

  /// The same with other restraints.
  public Recipe with(Restraint other) {
    return new Recipe(objective, loop, other, tokens, dropout);
  }

  /// The same with another loop.
  public Recipe with(LoopOptions other) {
    return new Recipe(objective, other, restraint, tokens, dropout);
  }

  /// The same at another pace.
  public Recipe with(Schedule schedule) {
    return with(loop.with(schedule));
  }

  /// The same reading more or fewer tokens.
  public Recipe withTokens(int other) {
    return new Recipe(objective, loop, restraint, other, dropout);
  }

  /// The same with at most so many steps; the learning rate falls to zero with the last.
  public Recipe withMostSteps(long steps) {
    return with(loop.withMostSteps(steps));
  }

  /// The same with so many epochs.
  public Recipe withEpochs(int epochs) {
    return with(loop.withEpochs(epochs));
  }
}
