package io.chihiro.training;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.HeldOutDays.Day;
import io.chihiro.models.evaluation.HeldOutDays.Vector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moments and vectors as the models see them.
final class OwnDays {
  private OwnDays() {}

  /// Days that have both songs and vectors, latest first, at most `most` of them.
  static List<Day> of(
      Collection<Moment> moments, Map<String, TextEmbedded> vectorsByDay, int most) {
    return OwnLife.learnable(moments)
        .sorted((a, b) -> b.date().compareTo(a.date()))
        .flatMap(moment -> day(moment, vectorsByDay).stream())
        .limit(most)
        .toList();
  }

  private static Optional<Day> day(Moment moment, Map<String, TextEmbedded> vectorsByDay) {
    return Optional.ofNullable(vectorsByDay.get(moment.key()))
        .map(embedded -> new Day(OwnLife.day(moment), whole(embedded)));
  }

  private static Vector whole(TextEmbedded embedded) {
    List<Passage> windows =
        embedded.passages().stream().filter(passage -> passage.grain() == Grain.DAY).toList();
    float[] sum = windows.getFirst().vector().toArray();
    for (Passage window : windows.subList(1, windows.size())) {
      float[] next = window.vector().toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += next[i];
      }
    }
    float[] unit = Vectors.unit(sum);
    return () -> unit;
  }
}
