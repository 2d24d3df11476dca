package io.chihiro.models;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one once could not stop playing and has not heard for long, whatever is asked: a baseline
/// that knows how nostalgia works and cannot read.
///
/// `worth(song, now) = peak(song) · days(now − last(song))`, where the peak is the most plays on
/// one day, and a song heard today or later is worth nothing.
public final class EraPrior implements SongModel {
  /// As tables call it.
  public static final String NAME = "era-prior";

  /// A song's most plays on one day and its last day.
  private record Past(int peak, LocalDate last) {
    Past and(Past other) {
      return new Past(Math.max(peak, other.peak), last.isAfter(other.last) ? last : other.last);
    }

    double worth(LocalDate now) {
      return peak * (double) Math.max(0, ChronoUnit.DAYS.between(last, now));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answers over(List<LifeDay> days) {
    Map<String, Past> pasts = new HashMap<>();
    for (LifeDay day : days) {
      day.plays()
          .forEach((song, plays) -> pasts.merge(song, new Past(plays, day.date()), Past::and));
    }
    return (questions, limit) ->
        questions.stream().map(question -> best(pasts, question.now(), limit)).toList();
  }

  private static List<String> best(Map<String, Past> pasts, LocalDate now, int limit) {
    Map<String, Double> worth = new HashMap<>();
    pasts.forEach((song, past) -> worth.put(song, past.worth(now)));
    return SongWorth.best(worth, limit);
  }
}
