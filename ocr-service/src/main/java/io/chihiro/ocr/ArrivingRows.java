package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.digital.Row;
import io.chihiro.ocr.digital.Row.Kept;
import io.chihiro.ocr.digital.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes entries of a journal's rows and keeps them, some at a time. Not thread-safe.
final class ArrivingRows implements Rows {
  private static final int AT_ONCE = 500;

  private final PageScanned page;
  private final Journal journal;
  private final Map<String, Integer> twins = new HashMap<>();
  private final Map<LocalDate, Integer> perDay = new HashMap<>();
  private final List<EntryRead> waiting = new ArrayList<>();

  ArrivingRows(PageScanned page, Journal journal) {
    this.page = page;
    this.journal = journal;
  }

  @Override
  public void take(Row row) {
    waiting.add(row.kept().map(kept -> known(row, kept)).orElseGet(() -> fresh(row)));
    if (waiting.size() == AT_ONCE) {
      keep();
    }
  }

  @Override
  public void leaveOut(String reason, String where) {
    // Counted by whoever reads; there is nothing to keep.
  }

  /// Keeps what has not been kept yet.
  List<EntryRead> keep() {
    List<EntryRead> kept = journal.take(List.copyOf(waiting));
    waiting.clear();
    return kept;
  }

  private EntryRead known(Row row, Kept kept) {
    return new EntryRead(
        page.user(),
        kept.entry(),
        row.date(),
        row.dateSource(),
        row.dateConfidence(),
        row.text(),
        kept.engine(),
        kept.confidence(),
        kept.status(),
        kept.page(),
        row.writtenAt(),
        kept.draft());
  }

  private EntryRead fresh(Row row) {
    return new EntryRead(
        page.user(),
        row.key().map(EntryIds::ofRow).orElseGet(() -> ofText(row)),
        row.date(),
        row.dateSource(),
        row.dateConfidence(),
        row.text(),
        OwnerHand.FILE,
        Confidence.FULL,
        Pages.status(page, Status.CONFIRMED),
        Optional.of(page.page()),
        row.writtenAt().or(() -> inOrder(row)));
  }

  private String ofText(Row row) {
    String first = EntryIds.ofText(row.date(), row.text(), 0);
    int twin = twins.merge(first, 1, Integer::sum) - 1;
    return EntryIds.ofText(row.date(), row.text(), twin);
  }

  /// Rows of one day that tell no time stay in the order of the file: each stands a second later
  /// than the one above.
  private Optional<LocalDateTime> inOrder(Row row) {
    return row.date()
        .flatMap(
            day ->
                Optional.of(perDay.merge(day, 1, Integer::sum) - 1)
                    .filter(above -> above > 0)
                    .map(day.atStartOfDay()::plusSeconds));
  }
}
