package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.RefusedException;
import io.chihiro.training.trainer.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainAgainTest {
  private final List<Trainers> asked = new ArrayList<>();
  private Optional<RefusedException> refusal = Optional.empty();
  private final TrainAgain again = new TrainAgain(this::begin);

  @Test
  void whatStandsInTheWayIsWaitedFor() {
    refusal = Optional.of(RefusedException.conflict("Another training is under way."));

    again.train(Trainers.TASTES);
    again.look();
    refusal = Optional.empty();
    again.look();
    again.look();

    assertEquals(List.of(Trainers.TASTES, Trainers.TASTES, Trainers.TASTES), asked);
  }

  @Test
  void whoeverHasTooLittleToLearnFromIsToldAndNotTriedAgain() {
    refusal = Optional.of(RefusedException.unusable("Ten people are needed."));

    assertThrows(RefusedException.class, () -> again.train(Trainers.TASTES));
    again.later(Trainers.COMPANY);
    again.look();
    again.look();

    assertEquals(List.of(Trainers.TASTES, Trainers.COMPANY), asked);
  }

  @Test
  void nothingBeginsBeforeTheNextLook() {
    again.later(Trainers.TASTES);

    assertEquals(List.of(), asked);
    again.look();
    assertEquals(List.of(Trainers.TASTES), asked);
  }

  private void begin(Trainers model) {
    asked.add(model);
    refusal.ifPresent(
        why -> {
          throw why;
        });
  }
}
