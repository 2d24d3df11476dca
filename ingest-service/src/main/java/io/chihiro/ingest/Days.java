package io.chihiro.ingest;

import io.chihiro.door.RefusedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days that a call asks for.
///
/// @param first inclusive
/// @param last inclusive
record Days(LocalDate first, LocalDate last) {
  private static final int MOST = 400;

  /// Reads them.
  ///
  /// @throws RefusedException if they are no days, or too many
  static Days of(@Nullable String from, @Nullable String to) {
    LocalDate first = date("from", from);
    LocalDate last = to == null ? first : date("to", to);
    if (last.isBefore(first) || last.isAfter(first.plusDays(MOST))) {
      throw RefusedException.wrongCall(
          "\"to\" must not be before \"from\", nor more than " + MOST + " days after it.");
    }
    return new Days(first, last);
  }

  private static LocalDate date(String name, @Nullable String written) {
    if (written == null) {
      throw RefusedException.wrongCall("\"" + name + "\" is missing: a day such as 2024-03-05.");
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException _) {
      throw RefusedException.wrongCall("\"" + name + "\" is not a day such as 2024-03-05.");
    }
  }
}
