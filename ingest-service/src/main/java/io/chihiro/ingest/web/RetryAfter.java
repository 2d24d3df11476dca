package io.chihiro.ingest.web;

import io.chihiro.ingest.web.Reply.Answered;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Until when an answer forbids the next call: RFC 9110, 10.2.3.
public final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /// Reads seconds or an HTTP date; empty if the answer gives neither.
  public static Optional<Instant> of(Answered answer, Instant now) {
    return answer.header("retry-after").map(String::strip).flatMap(value -> read(value, now));
  }

  private static Optional<Instant> read(String value, Instant now) {
    if (value.matches("\\d{1," + MOST_DIGITS + "}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      // Neither: the caller has a rule of its own.
      return Optional.empty();
    }
  }
}
