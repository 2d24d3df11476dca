package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Draft;
import io.chihiro.events.EntryRead.Status;
import java.util.Optional;

/// What the owner has done to an entry survives every re-reading.
final class OwnerHand {
  /// The engine of an entry that the owner typed or retyped.
  static final String TYPED = "typed";

  /// The engine of an entry that was text already when it came in.
  static final String FILE = "file";

  private OwnerHand() {}

  /// What remains when a page or file is read again.
  ///
  /// A text file is written by the owner too, so a newer version of it replaces the older text;
  /// the words of an engine never replace what the owner has vouched for.
  static EntryRead keep(EntryRead present, EntryRead fresh) {
    if (!present.stillThere()
        || present.status() == Status.DISCARDED
        || present.engine().equals(TYPED)) {
      return present;
    }
    if (present.status() == Status.DRAFT || fresh.engine().equals(FILE)) {
      return withOwnersChoices(present, fresh);
    }
    return present;
  }

  /// The entry with the owner's words, and beside them those of the engine that read it first.
  static EntryRead retyped(EntryRead entry, String text) {
    if (text.equals(entry.text())) {
      return entry;
    }
    return entry.reading(text, TYPED, Confidence.FULL, read(entry));
  }

  /// What an engine read of an entry, if one did.
  static Optional<Draft> read(EntryRead entry) {
    return isRead(entry) ? Optional.of(new Draft(entry.engine(), entry.text())) : entry.draft();
  }

  /// Whether an entry's text is an engine's.
  static boolean isRead(EntryRead entry) {
    return !entry.engine().equals(TYPED) && !entry.engine().equals(FILE);
  }

  /// Whether an entry is still as its file had it.
  static boolean isUntouched(EntryRead entry) {
    return entry.engine().equals(FILE)
        && entry.status() == Status.CONFIRMED
        && entry.dateSource() != DateSource.OWNER;
  }

  /// A fresh reading, with the owner's date and privacy.
  static EntryRead withOwnersChoices(EntryRead present, EntryRead fresh) {
    boolean dated = present.dateSource() == DateSource.OWNER;
    return new EntryRead(
        fresh.user(),
        fresh.entry(),
        dated ? present.date() : fresh.date(),
        dated ? present.dateSource() : fresh.dateSource(),
        dated ? present.dateConfidence() : fresh.dateConfidence(),
        fresh.text(),
        fresh.engine(),
        fresh.confidence(),
        present.status() == Status.PRIVATE ? Status.PRIVATE : fresh.status(),
        fresh.page(),
        fresh.writtenAt(),
        fresh.draft());
  }
}
