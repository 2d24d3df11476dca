package io.chihiro.ocr;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.engine.KeptAnswers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Forgets a part of a journal: entries, pages, what engines answered, and files of the bucket.
/// Doing it again, or after being killed in the middle, ends in the same. Thread-safe.
final class EraseJournal {
  private final Journal journal;
  private final EngineChoices choices;
  private final KeptAnswers answers;
  private final Bucket bucket;
  private final PageQueue queue;
  private final ReviewDesk desk;
  private final Rereading rereading;
  private final NotebookDates dates;

  EraseJournal(
      Journal journal,
      EngineChoices choices,
      KeptAnswers answers,
      Bucket bucket,
      PageQueue queue,
      ReviewDesk desk,
      Rereading rereading,
      NotebookDates dates) {
    this.journal = journal;
    this.choices = choices;
    this.answers = answers;
    this.bucket = bucket;
    this.queue = queue;
    this.desk = desk;
    this.rereading = rereading;
    this.dates = dates;
  }

  /// Forgets; when it returns, it is done.
  ///
  /// @throws RefusedException while a reader has one of the pages
  /// @throws IOException if a file stays
  synchronized List<Removed> erase(String user, Wanted wanted) throws IOException {
    List<PageScanned> pages =
        journal.pages(user).stream().filter(page -> isWanted(wanted, page)).toList();
    if (pages.stream().anyMatch(page -> queue.isTaken(page.key()))) {
      throw RefusedException.notNow("A page of it is being read just now.");
    }
    desk.forget(user);
    rereading.forget(user);
    dates.forgetTexts();
    List<EntryRead> entries =
        journal.entries(user).stream().filter(entry -> isWanted(wanted, entry)).toList();
    List<Removed> removed = new ArrayList<>();
    removed.add(new Removed("answers of engines", answers(user, wanted, pages, entries)));
    Set<String> staying = removeFiles(user, wanted, pages, removed);
    removed.add(new Removed("entries", remove(entries, pages)));
    removed.add(new Removed("pages", remove(pages, staying)));
    if (wanted.everything()) {
      removed.add(new Removed("settings of the journal", choices.forget(user) ? 1 : 0));
    }
    dates.settle(user);
    return removed;
  }

  private static boolean isWanted(Wanted wanted, PageScanned page) {
    return wanted.everything() || wanted.pages().contains(page.page());
  }

  // What was read from a page of which nothing shall be left goes too, whenever it was read.
  private static boolean isWanted(Wanted wanted, EntryRead entry) {
    return wanted.everything()
        || wanted.entries().contains(entry.entry())
        || entry.page().filter(wanted.pages()::contains).isPresent();
  }

  // An answer holds the whole page: also of one that stays, since something on it goes.
  private long answers(String user, Wanted wanted, List<PageScanned> pages, List<EntryRead> entries)
      throws IOException {
    if (wanted.everything()) {
      return answers.forgetAll(user);
    }
    Set<String> photos = new TreeSet<>();
    pages.forEach(page -> photos.add(page.page()));
    entries.forEach(entry -> entry.page().ifPresent(photos::add));
    long forgotten = 0;
    for (String photo : photos) {
      forgotten += answers.forget(user, photo);
    }
    return forgotten;
  }

  /// @return places of files that stay
  private Set<String> removeFiles(
      String user, Wanted wanted, List<PageScanned> pages, List<Removed> removed)
      throws IOException {
    Set<String> needed = files(journal.pages(user), page -> !isWanted(wanted, page));
    Set<String> staying = new TreeSet<>();
    long deleted = 0;
    for (String file : files(pages, _ -> true)) {
      boolean mayGo = wanted.originals() || Pages.isSent(file);
      if (mayGo && !needed.contains(file)) {
        bucket.delete(file);
        deleted++;
      } else {
        staying.add(file);
      }
    }
    removed.add(new Removed("files in the bucket", deleted, left(staying.size())));
    return staying;
  }

  private static Optional<String> left(int staying) {
    return staying == 0
        ? Optional.empty()
        : Optional.of(
            "%d stay where their owner put them, or hold other pages; they are not read again."
                .formatted(staying));
  }

  private static Set<String> files(Collection<PageScanned> pages, Predicate<PageScanned> which) {
    return pages.stream()
        .filter(which)
        .map(Pages::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // On a page that stays a reminder is left, so that reading it again does not bring it back.
  private long remove(List<EntryRead> entries, List<PageScanned> pages) {
    Set<String> going = pages.stream().map(PageScanned::page).collect(Collectors.toSet());
    List<EntryRead> reminders = new ArrayList<>();
    List<EntryRead> gone = new ArrayList<>();
    for (EntryRead entry : entries) {
      boolean stays = entry.page().filter(page -> !going.contains(page)).isPresent();
      (stays ? reminders : gone).add(entry);
    }
    journal.change(reminders.stream().map(EntryRead::forgotten).toList(), gone);
    return entries.size();
  }

  private long remove(List<PageScanned> pages, Set<String> staying) {
    for (PageScanned page : pages) {
      if (staying.contains(Pages.file(page))) {
        journal.save(Pages.forgotten(page));
      } else {
        journal.forget(page);
      }
    }
    return pages.size();
  }
}
