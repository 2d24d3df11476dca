package io.chihiro.training;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Which days of a life judge what was learned from the others.
public enum JudgingDays {
  /// Every day once: a fifth at a time, each asked of a version that learned from the other four.
  /// What serves learned from all of them, by the same recipe.
  FOLDS {
    @Override
    List<Split> of(List<LifeDay> days, long seed) {
      return IntStream.range(0, COUNT)
          .mapToObj(fold -> Split.heldOutDays(days, seed, fold))
          .toList();
    }

    @Override
    Split served(List<LifeDay> days, long seed) {
      return Split.allDays(days, seed);
    }
  },
  /// A fifth, drawn from all.
  HELD_OUT {
    @Override
    List<Split> of(List<LifeDay> days, long seed) {
      return List.of(Split.heldOutDays(days, seed));
    }
  },
  /// The latest fifth: what was before is known, as life goes.
  REPLAY {
    @Override
    List<Split> of(List<LifeDay> days, long seed) {
      List<LocalDate> dates =
          days.stream().filter(day -> !day.plays().isEmpty()).map(LifeDay::date).sorted().toList();
      int known = (int) Math.round(dates.size() * (1 - Split.TEST));
      return List.of(Split.replay(days, dates.get(known), seed));
    }
  };

  private static final int COUNT = 5;

  /// Parts the days, once for each version that is judged.
  ///
  /// @param days at least five with songs
  abstract List<Split> of(List<LifeDay> days, long seed);

  /// What the version that may serve learns from.
  Split served(List<LifeDay> days, long seed) {
    return of(days, seed).getFirst();
  }
}
