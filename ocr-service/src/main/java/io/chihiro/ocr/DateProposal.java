package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/// A day for the owner to agree to. Pure.
///
/// @param why a sentence
public record DateProposal(LocalDate date, String why) {
  /// The best guess for an entry.
  static Optional<DateProposal> of(EntryRead entry, DateHints between) {
    return entry
        .date()
        .map(date -> written(entry, date, between))
        .or(() -> between.before().map(DateProposal::likeThePageBefore))
        .or(() -> entry.writtenAt().map(LocalDateTime::toLocalDate).map(DateProposal::ofThePhoto))
        .or(() -> between.after().map(DateProposal::likeThePageAfter));
  }

  private static DateProposal written(EntryRead entry, LocalDate date, DateHints between) {
    if (!between.fits(date)) {
      return inAnotherYear(date, between)
          .or(() -> turned(date, between))
          .orElseGet(() -> new DateProposal(date, "So it seems to be written."));
    }
    return new DateProposal(date, why(entry.dateSource()));
  }

  private static String why(DateSource source) {
    return switch (source) {
      case PAGE_BEFORE -> "The page before is of this day.";
      case ENGINE -> "The engine took it for this day.";
      case WRITTEN, NEIGHBOURS, FILE_NAME, FRONT_MATTER, PHOTO, OWNER, NONE ->
          "So it seems to be written.";
    };
  }

  private static Optional<DateProposal> inAnotherYear(LocalDate date, DateHints between) {
    int first = between.before().or(between::after).orElse(date).getYear();
    int last = between.after().or(between::before).orElse(date).getYear();
    return IntStream.rangeClosed(first, last)
        .mapToObj(date::withYear)
        .filter(day -> !day.equals(date) && between.fits(day))
        .findFirst()
        .map(day -> new DateProposal(day, "In this year it lies between the pages around it."));
  }

  private static Optional<DateProposal> turned(LocalDate date, DateHints between) {
    try {
      LocalDate turned = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
      return Optional.of(turned)
          .filter(day -> !day.equals(date) && between.fits(day))
          .map(day -> new DateProposal(day, "With day and month exchanged it fits."));
    } catch (DateTimeException e) {
      // The 25th is no month.
      return Optional.empty();
    }
  }

  private static DateProposal likeThePageBefore(LocalDate date) {
    return new DateProposal(date, "The page before is of this day.");
  }

  private static DateProposal ofThePhoto(LocalDate date) {
    return new DateProposal(date, "The photo was taken on this day.");
  }

  private static DateProposal likeThePageAfter(LocalDate date) {
    return new DateProposal(date, "The page after is of this day.");
  }
}
