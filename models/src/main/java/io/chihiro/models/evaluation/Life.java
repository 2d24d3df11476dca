package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Everything of one life that models are judged by.
///
/// @param days every day with text, oldest first
/// @param moods moods of which it is known what took the person back; never learned from
/// @param eras the stretches of this life
public record Life(List<LifeDay> days, List<PastMood> moods, Eras eras) {
  private static final int BLOCKS = 12;

  /// A mood that somebody had.
  ///
  /// @param text as it was asked
  /// @param right the songs that would be right: those that took the person back, or those of the
  ///     era that is meant
  /// @param era the era that is meant, or what else reports shall group it by
  public record PastMood(String text, Set<String> right, String era) {}

  public Life {
    days = days.stream().sorted(Comparator.comparing(LifeDay::date)).toList();
    moods = List.copyOf(moods);
  }

  /// A life of which no eras are known: twelve blocks of equal time.
  public static Life of(List<LifeDay> days, List<PastMood> moods) {
    return new Life(days, moods, Eras.blocks(days, BLOCKS));
  }
}
