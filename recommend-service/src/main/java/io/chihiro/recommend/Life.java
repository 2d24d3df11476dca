package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextHash;
import io.chihiro.recommend.index.DayChange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// One user's days in memory, kept fresh. Thread-safe.
///
/// A day can be asked once its vectors belong to its text; until then an edited day waits.
final class Life {
  private final Map<LocalDate, Moment> moments = new ConcurrentSkipListMap<>();
  private final Map<LocalDate, IndexedDay> days = new ConcurrentSkipListMap<>();
  private final Map<LocalDate, TextEmbedded> vectors = new ConcurrentHashMap<>();

  static Life of(Collection<DayChange> halves) {
    Life life = new Life();
    halves.forEach(life::apply);
    return life;
  }

  void apply(DayChange change) {
    LocalDate date = change.day();
    switch (change.half()) {
      case MOMENT -> put(moments, date, change.moment());
      case VECTORS -> put(vectors, date, change.vectors());
    }
    join(date);
  }

  private static <V> void put(Map<LocalDate, V> map, LocalDate date, Optional<V> value) {
    value.ifPresentOrElse(there -> map.put(date, there), () -> map.remove(date));
  }

  private void join(LocalDate date) {
    Moment moment = moments.get(date);
    TextEmbedded embedded = vectors.get(date);
    if (moment == null
        || embedded == null
        || !embedded.textHash().equals(TextHash.of(moment.text()))) {
      days.remove(date);
      return;
    }
    days.put(date, IndexedDay.of(moment, embedded));
  }

  /// Days that can be asked, oldest first.
  List<IndexedDay> days() {
    return List.copyOf(days.values());
  }

  /// Every day with text, oldest first.
  List<Moment> moments() {
    return List.copyOf(moments.values());
  }
}
