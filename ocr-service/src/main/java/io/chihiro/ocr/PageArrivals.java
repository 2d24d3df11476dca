package io.chihiro.ocr;

import io.chihiro.events.Keys;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Since;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Where pages were last seen, in which order they came, and since when they wait. Thread-safe.
final class PageArrivals {
  private final InstantSource clock;
  private final Map<String, String> pageAtPlace = new ConcurrentHashMap<>();
  private final Map<String, Long> numbers = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Instant> waitingSince = new ConcurrentHashMap<>();

  PageArrivals(InstantSource clock) {
    this.clock = clock;
  }

  /// Says since when pages wait that came before this service was started.
  void waitSince(Map<String, Instant> written) {
    waitingSince.putAll(written);
  }

  /// Notes a page as it is now.
  void note(PageScanned page) {
    numbers.computeIfAbsent(page.key(), _ -> count.incrementAndGet());
    pageAtPlace.put(place(page), page.key());
    if (page.state() == State.WAITING) {
      waitingSince.putIfAbsent(page.key(), clock.instant());
      return;
    }
    waitingSince.remove(page.key());
  }

  void forget(PageScanned page) {
    pageAtPlace.remove(place(page), page.key());
    waitingSince.remove(page.key());
  }

  /// The key of the page that was last seen at a place.
  Optional<String> at(String user, String place) {
    return Optional.ofNullable(pageAtPlace.get(Keys.of(user, place)));
  }

  /// How many pages had come when this one came.
  long number(PageScanned page) {
    return numbers.getOrDefault(page.key(), 0L);
  }

  /// How long the page waits that has waited longest; nothing if none does.
  Duration longestWait() {
    return waitingSince.values().stream()
        .min(Comparator.naturalOrder())
        .map(since -> Duration.between(since, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /// Since when a page waits, as it travels beside its entries. Read again later, a page tells
  /// nothing of how long its photo waited.
  Map<String, String> since(PageScanned page) {
    return Optional.ofNullable(waitingSince.get(page.key())).map(Since.PHOTO::at).orElse(Map.of());
  }

  private static String place(PageScanned page) {
    return Keys.of(page.user(), page.place());
  }
}
