package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import java.time.LocalDate;
import java.util.Optional;

/// Which entries a caller wants to see.
///
/// @param from first day, inclusive; with a bound, entries without a date are left out
/// @param to last day, inclusive
/// @param status only these; without it, all but the discarded
record EntryFilter(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Status> status) {
  boolean takes(EntryRead entry) {
    return hasStatus(entry) && liesBetween(entry);
  }

  private boolean hasStatus(EntryRead entry) {
    return status
        .map(wanted -> wanted == entry.status())
        .orElse(entry.status() != Status.DISCARDED);
  }

  private boolean liesBetween(EntryRead entry) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    return entry
        .date()
        .filter(date -> from.stream().noneMatch(date::isBefore))
        .filter(date -> to.stream().noneMatch(date::isAfter))
        .isPresent();
  }
}
