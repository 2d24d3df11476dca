package io.chihiro.ingest;

import io.chihiro.events.EntryRead;
import io.chihiro.events.Keys;
import java.time.LocalDate;

/// Keys of the topology's stores. All begin with `user/date/`, so a day is one range.
final class DayKeys {
  // Entries without a time of writing come first in their day.
  private static final String NO_TIME = "0";

  private DayKeys() {}

  static String text(EntryRead entry, LocalDate date) {
    String time = entry.writtenAt().map(Object::toString).orElse(NO_TIME);
    return Keys.of(entry.user(), date.toString(), time, entry.entry());
  }

  /// `user/date` of a longer key.
  static String day(String key) {
    int date = key.indexOf('/') + 1;
    return key.substring(0, key.indexOf('/', date));
  }

  /// Where the range of a day begins: after every shorter key, before every longer one.
  static String from(String day) {
    return day + '/';
  }

  /// Where the range of a day ends.
  static String to(String day) {
    return day + (char) ('/' + 1);
  }

  static LocalDate date(String day) {
    return LocalDate.parse(Keys.rest(day));
  }
}
