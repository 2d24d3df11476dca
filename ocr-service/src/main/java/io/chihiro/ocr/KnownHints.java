package io.chihiro.ocr;

import io.chihiro.events.EntryRead;

/// What is known about the day of any entry of a user without its neighbours.
///
/// @param order how the user writes dates, as far as is known by now
/// @param found what was found out before
record KnownHints(DayOrder order, EntryChecks checks, FoundDates found) {
  DateHints hints(EntryRead entry) {
    return PageEntries.hints(entry.writtenAt(), order, checks);
  }

  /// What an entry's first lines say about its day.
  DateFinding find(EntryRead entry, DateHints hints) {
    return found.find(entry.text(), hints);
  }
}
