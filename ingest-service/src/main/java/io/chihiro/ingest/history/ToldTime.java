package io.chihiro.ingest.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A moment as somebody wrote it down.
///
/// @param instant what was meant
/// @param toTheMinute whether seconds are missing
record ToldTime(Instant instant, boolean toTheMinute) {
  private static final int LONGEST_SECONDS = 10;

  private static final List<DateTimeFormatter> WITH_SECONDS =
      List.of(pattern("uuuu-MM-dd HH:mm:ss"), pattern("d MMM uuuu HH:mm:ss"));
  private static final List<DateTimeFormatter> TO_THE_MINUTE =
      List.of(
          pattern("uuuu-MM-dd HH:mm"), pattern("d MMM uuuu HH:mm"), pattern("d MMM uuuu, HH:mm"));

  private static DateTimeFormatter pattern(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  static ToldTime exact(Instant instant) {
    return new ToldTime(instant, false);
  }

  /// Seconds or milliseconds since 1970, or one of the usual ways to write a date with a time.
  ///
  /// @param clock what a time without a zone means
  /// @return empty if it is none of these
  static Optional<ToldTime> parse(String text, Function<LocalDateTime, Instant> clock) {
    String plain = text.strip();
    if (!plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return number(plain);
    }
    return zoned(plain)
        .or(() -> local(plain, WITH_SECONDS).map(at -> exact(clock.apply(at))))
        .or(() -> local(plain, TO_THE_MINUTE).map(at -> new ToldTime(clock.apply(at), true)));
  }

  /// A time written in the owner's own way.
  static Optional<ToldTime> parse(
      String text, DateTimeFormatter format, Function<LocalDateTime, Instant> clock) {
    return local(text.strip(), List.of(format))
        .map(at -> new ToldTime(clock.apply(at), !format.toString().contains("SecondOfMinute")));
  }

  private static Optional<ToldTime> number(String digits) {
    if (digits.length() > 16) {
      return Optional.empty();
    }
    long number = Long.parseLong(digits);
    return Optional.of(
        exact(
            digits.length() <= LONGEST_SECONDS
                ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(number)));
  }

  private static Optional<ToldTime> zoned(String text) {
    try {
      return Optional.of(exact(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> local(String text, List<DateTimeFormatter> formats) {
    String spaced = text.length() > 10 && text.charAt(10) == 'T' ? text.replace('T', ' ') : text;
    for (DateTimeFormatter format : formats) {
      try {
        return Optional.of(LocalDateTime.parse(spaced, format));
      } catch (DateTimeException _) {
        // Another way to write it, then.
      }
    }
    return Optional.empty();
  }
}
