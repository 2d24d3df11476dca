package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aTenthOfTheStepsWarmUpAndTheRestFallTowardsZero() {
    Schedule schedule = new Schedule.WarmUpLinear(2e-5, 0.1);

    assertTrue(schedule.rate(0, 100) < 3e-6);
    assertEquals(2e-5, schedule.rate(10, 100), 1e-12);
    assertEquals(1e-5, schedule.rate(55, 100), 1e-12);
    assertTrue(schedule.rate(99, 100) < 3e-7 && schedule.rate(99, 100) > 0);
  }

  @Test
  void aTrainingOfOneStepStillLearns() {
    assertTrue(new Schedule.WarmUpLinear(2e-5, 0.1).rate(0, 1) > 0);
  }

  @Test
  void halfACosineGoesFromOneRateToTheOther() {
    Schedule schedule = new Schedule.Cosine(1e-3, 1e-5);

    assertEquals(1e-3, schedule.rate(0, 50), 1e-12);
    assertEquals((1e-3 + 1e-5) / 2, schedule.rate(25, 50), 1e-12);
    assertTrue(schedule.rate(49, 50) < 2e-5);
  }
}
