package io.chihiro.training;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Split;
import java.time.LocalDate;
import java.util.List;

/// Which days of a life judge what was learned from the others.
public enum JudgingDays {
  /// A fifth, drawn from all.
  HELD_OUT {
    @Override
    Split of(List<LifeDay> days, long seed) {
      return Split.heldOutDays(days, seed);
    }
  },
  /// The latest fifth: what was before is known, as life goes.
  REPLAY {
    @Override
    Split of(List<LifeDay> days, long seed) {
      List<LocalDate> dates =
          days.stream().filter(day -> !day.plays().isEmpty()).map(LifeDay::date).sorted().toList();
      int known = (int) Math.round(dates.size() * (1 - Split.TEST));
      return Split.replay(days, dates.get(known), seed);
    }
  };

  /// Parts the days.
  ///
  /// @param days at least five with songs
  abstract Split of(List<LifeDay> days, long seed);
}
