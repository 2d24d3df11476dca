package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.Notebooks.Leaf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Dates a user's photographed entries by their neighbours, once those are there. Thread-safe.
final class NotebookDates {
  private final Journal journal;
  private final EntryChecks checks;
  private final DayOrder setOrder;
  private final FoundDates found = new FoundDates();

  NotebookDates(Journal journal, EntryChecks checks, DayOrder setOrder) {
    this.journal = journal;
    this.checks = checks;
    this.setOrder = setOrder;
  }

  /// What is known of a new page's day before its neighbours are asked.
  DateHints hints(PageScanned page) {
    return PageEntries.hints(page.capturedAt(), order(page.user()), checks);
  }

  /// What is known of an entry's day beside its neighbours, by the order its writer follows now.
  KnownHints known(String user) {
    return new KnownHints(order(user), checks, found);
  }

  /// Dates everything again unless pages of the same folder are still to be read: the last of them
  /// does it for all.
  void settleAfter(PageScanned page) {
    boolean isLast =
        journal.waitingPages(page.user()).stream()
            .noneMatch(other -> Notebooks.name(other).equals(Notebooks.name(page)));
    if (isLast) {
      settle(page.user());
    }
  }

  /// Lets go of the texts of which dates were found.
  void forgetTexts() {
    found.clear();
  }

  /// Dates every draft by what is known now. Doing it twice changes nothing.
  void settle(String user) {
    KnownHints known = known(user);
    Map<EntryRead, EntryRead> changes = new LinkedHashMap<>();
    for (List<Leaf> leaves : Notebooks.of(journal.pages(user), journal.entries(user))) {
      List<EntryRead> dated = NotebookDating.of(leaves, known);
      for (int i = 0; i < dated.size(); i++) {
        if (!dated.get(i).equals(leaves.get(i).entry())) {
          changes.put(leaves.get(i).entry(), dated.get(i));
        }
      }
    }
    journal.replace(changes);
  }

  private DayOrder order(String user) {
    Collection<EntryRead> entries = journal.entries(user);
    return LearnedOrder.of(entries, setOrder);
  }
}
