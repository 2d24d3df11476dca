package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.torch.TrainingRun.Progress;
import io.chihiro.training.TrainingStatus.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainingBoardTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final TrainingBoard board = new TrainingBoard(() -> now);

  @Test
  void whatIsForgottenWhileATrainingReadsIsReadInVain() {
    long read = board.givenUp();
    board.giveUp();

    assertFalse(board.begin("tastes", now, read));
    assertTrue(board.begin("tastes", now, board.givenUp()));
  }

  @Test
  void whoTrainsNothingIsNotSilent() {
    pass(Duration.ofDays(2));

    assertEquals(Duration.ZERO, board.silence());
    assertEquals(0, board.steps());
  }

  @Test
  void aTrainingIsSilentSinceItsLastStepOrStage() {
    boolean _ = board.begin("sbert", now, board.givenUp());
    pass(Duration.ofMinutes(2));
    board.enter(State.LEARNING);
    pass(Duration.ofSeconds(7));
    board.at(new Progress(1, 2, 3, 40, 0.5, Duration.ofMinutes(1)));
    pass(Duration.ofMinutes(31));

    assertEquals(Duration.ofMinutes(31), board.silence());
    assertEquals(1, board.steps());
  }

  @Test
  void aTrainingThatHasEndedIsNotSilent() {
    boolean _ = board.begin("sbert", now, board.givenUp());
    board.end(State.FAILED, "It broke.");
    pass(Duration.ofHours(3));

    assertEquals(Duration.ZERO, board.silence());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
