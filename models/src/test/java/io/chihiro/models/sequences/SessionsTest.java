package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Instant MORNING = Instant.parse("2024-03-05T08:00:00Z");

  @Test
  void aSilenceOfHalfAnHourIsStillTheSameSession() {
    assertEquals(
        List.of(List.of("one", "two")),
        Sessions.of(List.of(listen("one", 0, 4), listen("two", 34, 38)), Sessions.GAP));
  }

  @Test
  void aLongerSilenceBeginsANewOne() {
    assertEquals(
        List.of(List.of("one"), List.of("two", "three")),
        Sessions.of(
            List.of(listen("one", 0, 4), listen("two", 35, 38), listen("three", 38, 40)),
            Sessions.GAP));
  }

  @Test
  void theOrderOfTimeCountsAndNotThatOfTheFile() {
    assertEquals(
        List.of(List.of("one", "two"), List.of("three")),
        Sessions.of(
            List.of(listen("three", 100, 103), listen("two", 4, 8), listen("one", 0, 4)),
            Sessions.GAP));
  }

  @Test
  void aSongOnRepeatIsThereOnceAndMayComeBack() {
    assertEquals(
        List.of(List.of("one", "two", "one")),
        Sessions.of(
            List.of(
                listen("one", 0, 4),
                listen("one", 4, 8),
                listen("two", 8, 9),
                listen("one", 9, 12)),
            Sessions.GAP));
  }

  @Test
  void aLongPlayIsNoSilence() {
    assertEquals(
        List.of(List.of("a whole evening", "a jingle", "afterwards")),
        Sessions.of(
            List.of(
                listen("a whole evening", 0, 180),
                listen("a jingle", 60, 61),
                listen("afterwards", 190, 194)),
            Sessions.GAP));
  }

  @Test
  void nothingHeardIsNoSession() {
    assertEquals(List.of(), Sessions.of(List.of(), Sessions.GAP));
  }

  @Test
  void aListenEndsAfterItBegan() {
    assertThrows(IllegalArgumentException.class, () -> listen("one", 4, 0));
    assertThrows(IllegalArgumentException.class, () -> listen(" ", 0, 4));
  }

  private static Listen listen(String song, int fromMinute, int toMinute) {
    return new Listen(
        song, MORNING.plusSeconds(60L * fromMinute), MORNING.plusSeconds(60L * toMinute));
  }
}
