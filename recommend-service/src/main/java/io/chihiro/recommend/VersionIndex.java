package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextHash;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// One user's days under one version of a model. Thread-safe.
///
/// A day can be asked once its vectors belong to its text; until then an edited day waits.
final class VersionIndex {
  private final Map<LocalDate, IndexedDay> days = new ConcurrentSkipListMap<>();
  private final Map<LocalDate, TextEmbedded> vectors = new ConcurrentHashMap<>();

  /// Takes vectors in, or takes them away, and puts them beside their moment.
  void put(LocalDate date, Optional<TextEmbedded> embedded, Optional<Moment> moment) {
    embedded.ifPresentOrElse(there -> vectors.put(date, there), () -> vectors.remove(date));
    join(date, moment);
  }

  /// Puts a moment beside its vectors, if they belong together.
  void join(LocalDate date, Optional<Moment> moment) {
    Optional<TextEmbedded> embedded = Optional.ofNullable(vectors.get(date));
    if (moment.isEmpty() || embedded.isEmpty() || !belong(moment.get(), embedded.get())) {
      days.remove(date);
      return;
    }
    days.put(date, IndexedDay.of(moment.get(), embedded.get()));
  }

  private static boolean belong(Moment moment, TextEmbedded embedded) {
    return embedded.textHash().equals(TextHash.of(moment.text()));
  }

  /// Days that can be asked, oldest first.
  List<IndexedDay> days() {
    return List.copyOf(days.values());
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
