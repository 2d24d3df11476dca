package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.DateFinding.YearSource;
import io.chihiro.ocr.Notebooks.Leaf;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dates the entries of one notebook by one another. Pure.
///
/// Dates rise from page to page. The heaviest rising row of dates that are certain by themselves is
/// believed; every other entry is dated between its neighbours in that row, and a page without a
/// date continues the day before. What it says follows from the pages alone and not from the order
/// in which they were read.
final class NotebookDating {
  private static final double CERTAIN = 0.7;
  private static final double OWNERS_WEIGHT = 100;
  private static final double RUNS_ON = 0.85;
  private static final double FOLLOWS = 0.55;
  private static final double FOLLOWS_MUCH_LATER = 0.4;
  private static final Duration ONE_SITTING = Duration.ofHours(12);

  private final List<Leaf> leaves;
  private final KnownHints known;
  private final RisingDates rising;

  private NotebookDating(List<Leaf> leaves, KnownHints known) {
    this.leaves = leaves;
    this.known = known;
    this.rising = new RisingDates(leaves.stream().map(this::certain).toList());
  }

  /// The same entries in the same order, dated as well as can be.
  ///
  /// @param leaves of one notebook in their order
  static List<EntryRead> of(List<Leaf> leaves, KnownHints known) {
    return new NotebookDating(leaves, known).dated();
  }

  /// Whether an entry's date is the owner's word.
  static boolean isSettled(EntryRead entry) {
    return entry.status() != Status.DRAFT || entry.dateSource() == DateSource.OWNER;
  }

  private Optional<RisingDates.Certain> certain(Leaf leaf) {
    EntryRead entry = leaf.entry();
    if (isSettled(entry)) {
      return entry.date().map(date -> new RisingDates.Certain(date, OWNERS_WEIGHT));
    }
    return known.find(entry, known.hints(entry)) instanceof Written(var date, var sure, var year)
            && year == YearSource.PAGE
            && sure.value() >= CERTAIN
        ? Optional.of(new RisingDates.Certain(date, sure.value()))
        : Optional.empty();
  }

  private List<EntryRead> dated() {
    List<EntryRead> dated = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      EntryRead entry = leaves.get(i).entry();
      dated.add(isSettled(entry) ? entry : dated(i, entry, dated));
    }
    return dated;
  }

  private EntryRead dated(int place, EntryRead entry, List<EntryRead> before) {
    DateHints between = known.hints(entry).between(rising.before(place), rising.after(place));
    DateFinding finding = known.find(entry, between);
    EntryRead alone = PageEntries.dated(entry, finding);
    if (finding instanceof Written) {
      return alone;
    }
    if (entry.dateSource() == DateSource.ENGINE) {
      return entry;
    }
    boolean mayGoOn = !before.isEmpty() && !PageParts.beginsWithHeading(entry.text());
    return mayGoOn ? joined(alone, before.getLast()) : alone;
  }

  private static EntryRead joined(EntryRead entry, EntryRead before) {
    if (before.date().isEmpty() || entry.page().equals(before.page())) {
      return entry;
    }
    double sure = Math.min(sureness(entry, before), before.dateConfidence().value());
    return entry.dated(before.date(), DateSource.PAGE_BEFORE, new Confidence(sure));
  }

  private static double sureness(EntryRead entry, EntryRead before) {
    if (isMuchLater(entry, before)) {
      return FOLLOWS_MUCH_LATER;
    }
    return SentenceEdges.runsOn(before.text(), entry.text()) ? RUNS_ON : FOLLOWS;
  }

  private static boolean isMuchLater(EntryRead entry, EntryRead before) {
    return entry.writtenAt().isPresent()
        && before.writtenAt().isPresent()
        && Duration.between(before.writtenAt().get(), entry.writtenAt().get())
                .abs()
                .compareTo(ONE_SITTING)
            > 0;
  }

  /// The days between which an entry of a notebook lies.
  record Neighbours(Optional<LocalDate> before, Optional<LocalDate> after) {}

  /// The certain neighbours of every entry, in order.
  static List<Neighbours> neighbours(List<Leaf> leaves, KnownHints known) {
    RisingDates rising = new NotebookDating(leaves, known).rising;
    List<Neighbours> neighbours = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      neighbours.add(new Neighbours(rising.before(i), rising.after(i)));
    }
    return neighbours;
  }
}
