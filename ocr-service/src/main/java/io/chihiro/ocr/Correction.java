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
    boolean retyped = text.filter(given -> !given.equals(entry.text())).isPresent();
    return new EntryRead(
        entry.user(),
        entry.entry(),
        date.or(entry::date),
        date.isPresent() ? DateSource.OWNER : entry.dateSource(),
        date.isPresent() ? Confidence.FULL : entry.dateConfidence(),
        text.orElse(entry.text()),
        retyped ? OwnerHand.TYPED : entry.engine(),
        retyped ? Confidence.FULL : entry.confidence(),
        status.orElse(text.isPresent() ? vouched(entry.status()) : entry.status()),
        entry.page(),
        entry.writtenAt());
  }

  private static Status vouched(Status present) {
    return switch (present) {
      case DRAFT, DISCARDED, CONFIRMED -> Status.CONFIRMED;
      case PRIVATE -> Status.PRIVATE;
    };
  }
}
