package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import java.time.LocalDate;
import java.util.Optional;

/// What the owner wants otherwise about an entry; what is empty stays as it is.
///
/// Whoever corrects a draft's text vouches for it; whoever only dates it does not yet.
record Correction(Optional<LocalDate> date, Optional<String> text, Optional<Status> status) {
  EntryRead of(EntryRead entry) {
    EntryRead retyped = text.map(given -> OwnerHand.retyped(entry, given)).orElse(entry);
    EntryRead dated =
        date.isPresent() ? retyped.dated(date, DateSource.OWNER, Confidence.FULL) : retyped;
    return dated.with(status.orElse(text.isPresent() ? vouched(entry.status()) : entry.status()));
  }

  private static Status vouched(Status present) {
    return switch (present) {
      case DRAFT, DISCARDED, CONFIRMED -> Status.CONFIRMED;
      case PRIVATE -> Status.PRIVATE;
      case FORGOTTEN -> Status.FORGOTTEN;
    };
  }
}
