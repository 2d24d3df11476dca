package io.chihiro.ocr;

import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.digital.RowRules;
import java.time.LocalDate;
import java.util.Optional;

/// What this service asks of the rows of a journal. Thread-safe.
record JournalRules(EntryChecks checks, DayOrder order) implements RowRules {
  @Override
  public boolean isSane(LocalDate day) {
    return checks.isSane(day);
  }

  @Override
  public Optional<LocalDate> written(String line) {
    var hints = new DateHints(order, Optional.empty(), checks.latest());
    return EntryDate.find(line, hints) instanceof Written written
        ? Optional.of(written.date())
        : Optional.empty();
  }

  @Override
  public Optional<String> reasonAgainst(String text) {
    return checks.flawOf(text).map(EntryChecks.Flaw::words);
  }
}
