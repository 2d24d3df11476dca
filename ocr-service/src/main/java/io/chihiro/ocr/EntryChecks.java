package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead.Status;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller may say about an entry, checked once.
final class EntryChecks {
  private static final int FIRST_YEAR = 1000;

  private final InstantSource clock;
  private final int longestCharacters;

  EntryChecks(InstantSource clock, int longestCharacters) {
    this.clock = clock;
    this.longestCharacters = longestCharacters;
  }

  /// The last day a journal may speak of: tomorrow, because somewhere it has begun.
  LocalDate latest() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }

  /// Whether a journal may be of this day.
  boolean isSane(LocalDate date) {
    return date.getYear() >= FIRST_YEAR && !date.isAfter(latest());
  }

  /// A day that must be given.
  LocalDate date(@Nullable String given) {
    return optionalDate("date", given)
        .orElseThrow(() -> RefusedException.wrongCall("The field \"date\" is missing."));
  }

  /// A day that may be absent.
  Optional<LocalDate> optionalDate(String field, @Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    LocalDate date = parsed(field, given);
    if (!isSane(date)) {
      throw RefusedException.wrongCall(
          "The " + field + " " + date + " lies outside of year 1000 to tomorrow.");
    }
    return Optional.of(date);
  }

  private static LocalDate parsed(String field, String given) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw RefusedException.wrongCall(
          "The field \"" + field + "\" must be a day such as 2024-03-05 that is in the calendar.");
    }
  }

  /// A text that must be given.
  String text(@Nullable String given) {
    return optionalText(given)
        .orElseThrow(() -> RefusedException.wrongCall("The field \"text\" is missing."));
  }

  /// Why a text cannot be an entry.
  enum Flaw {
    BLANK("blank"),
    TOO_LONG("too long"),
    TORN("half of a character");

    private final String words;

    Flaw(String words) {
      this.words = words;
    }

    /// For an account of many texts.
    String words() {
      return words;
    }
  }

  /// What is wrong with a text, if it cannot be an entry.
  Optional<Flaw> flawOf(String text) {
    if (text.isBlank()) {
      return Optional.of(Flaw.BLANK);
    }
    if (text.length() > longestCharacters) {
      return Optional.of(Flaw.TOO_LONG);
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? Optional.empty()
        : Optional.of(Flaw.TORN);
  }

  /// A sentence if a text cannot be an entry: it is blank, too long or torn.
  Optional<String> problemOf(String text) {
    return flawOf(text).map(this::sentence);
  }

  private String sentence(Flaw flaw) {
    return switch (flaw) {
      case BLANK -> "The text is blank.";
      case TOO_LONG ->
          String.format(Locale.ROOT, "The text has more than %,d characters.", longestCharacters);
      case TORN -> "The text holds half of a character (a lone surrogate).";
    };
  }

  /// A text that may be absent, but not blank, too long or torn.
  Optional<String> optionalText(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    problemOf(given)
        .ifPresent(
            problem -> {
              throw given.length() > longestCharacters
                  ? RefusedException.tooLarge(problem)
                  : RefusedException.wrongCall(problem);
            });
    return Optional.of(given);
  }

  /// A status that may be absent.
  static Optional<Status> optionalStatus(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Status.values())
            .filter(status -> status != Status.FORGOTTEN)
            .filter(status -> Hyphenated.of(status).equals(given))
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedException.wrongCall(
                        "The status must be draft, confirmed, private or discarded.")));
  }
}
