package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// One user's days under one version of a model. Thread-safe.
///
/// A day can be asked once its vectors belong to its text; until then an edited day waits.
final class VersionIndex {
  private final Map<LocalDate, IndexedDay> days = new ConcurrentSkipListMap<>();
  private final Map<LocalDate, DayVectors> vectors = new ConcurrentHashMap<>();
  private IndexedDays asTheyAre = IndexedDays.NONE;
  private boolean changed;

  /// Takes vectors in, or takes them away, and puts them beside their moment.
  void put(LocalDate date, Optional<TextEmbedded> embedded, Optional<Moment> moment) {
    embedded.ifPresentOrElse(
        there -> vectors.put(date, DayVectors.of(there)), () -> vectors.remove(date));
    join(date, moment);
  }

  /// Puts a moment beside its vectors, if they belong together.
  synchronized void join(LocalDate date, Optional<Moment> moment) {
    Optional<DayVectors> own = Optional.ofNullable(vectors.get(date));
    changed = true;
    if (moment.isEmpty() || own.isEmpty() || !own.get().belongTo(moment.get())) {
      days.remove(date);
      return;
    }
    days.put(date, new IndexedDay(DaySongs.of(moment.get()), own.get()));
  }

  /// Days that can be asked, as they are now; looked over again only after one has changed.
  synchronized IndexedDays days() {
    if (changed) {
      asTheyAre = IndexedDays.of(days.values());
      changed = false;
    }
    return asTheyAre;
  }

  /// Dates of days that can be asked.
  Collection<LocalDate> dates() {
    return days.keySet();
  }

  /// Whether every one of these dates can be asked.
  boolean holds(Collection<LocalDate> dates) {
    return days.keySet().containsAll(dates);
  }
}
