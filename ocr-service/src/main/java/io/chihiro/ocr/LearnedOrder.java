package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Learns from dates such as 25/3/24 whether their writer puts the day or the month first. Pure.
final class LearnedOrder {
  private static final int LEAST_DATES = 2;
  private static final double LEAST_SHARE = 0.8;
  private static final int MONTHS = 12;

  // Dots always mean that the day comes first, so they teach nothing.
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d/-])(\\d{1,2})\\s?[/-]\\s?(\\d{1,2})\\s?[/-]\\s?\\d{2,4}(?!\\d)");

  private LearnedOrder() {}

  /// How a writer puts their dates, as far as the journal shows.
  ///
  /// @param set what counts as long as it shows nothing
  static DayOrder of(Collection<EntryRead> entries, DayOrder set) {
    Map<DayOrder, Long> shown = new EnumMap<>(DayOrder.class);
    entries.stream()
        .filter(entry -> entry.status() != Status.DISCARDED)
        .forEach(entry -> shownBy(entry).ifPresent(order -> shown.merge(order, 1L, Long::sum)));
    long all = shown.values().stream().mapToLong(Long::longValue).sum();
    return shown.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_DATES && each.getValue() >= all * LEAST_SHARE)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(set);
  }

  private static Optional<DayOrder> shownBy(EntryRead entry) {
    Optional<LocalDate> owners = entry.date().filter(_ -> entry.dateSource() == DateSource.OWNER);
    return WrittenLines.first(entry.text()).stream()
        .flatMap(line -> NUMBERS.matcher(WrittenLines.repaired(line)).results())
        .findFirst()
        .flatMap(found -> shownBy(found, owners));
  }

  private static Optional<DayOrder> shownBy(MatchResult found, Optional<LocalDate> owners) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(2));
    if (first > MONTHS ^ second > MONTHS) {
      return Optional.of(first > MONTHS ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST);
    }
    return first == second
        ? Optional.empty()
        : owners.flatMap(date -> shownBy(first, second, date));
  }

  private static Optional<DayOrder> shownBy(int first, int second, LocalDate date) {
    if (date.getDayOfMonth() == first && date.getMonthValue() == second) {
      return Optional.of(DayOrder.DAY_FIRST);
    }
    return date.getDayOfMonth() == second && date.getMonthValue() == first
        ? Optional.of(DayOrder.MONTH_FIRST)
        : Optional.empty();
  }
}
