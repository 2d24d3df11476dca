package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/// All pages and entries, and the only place that writes them.
///
/// Every change is on the broker before a method returns, and shows at once. Thread-safe: changes
/// happen one after another, so that two of them never start from the same older state.
public final class Journal {
  private static final String NO_BROKER =
      "The journal cannot be written just now: the broker does not answer. Try again in a moment.";

  private final EventWriter writer;
  private final Shelf<PageScanned> pages;
  private final Shelf<EntryRead> entries;
  private final PageArrivals arrivals;
  private final CountDownLatch opened = new CountDownLatch(1);

  /// A journal that is not open yet; see [#open].
  public Journal(EventWriter writer, InstantSource clock) {
    this.writer = writer;
    this.arrivals = new PageArrivals(clock);
    this.pages = new Shelf<>(Topics.JOURNAL_PAGES, writer);
    this.entries = new Shelf<>(Topics.JOURNAL_ENTRIES, writer);
  }

  /// Takes what the topics hold and lets callers in.
  ///
  /// @param knownPages in the order in which they were written
  /// @param written when each of these was
  public void open(
      Map<String, PageScanned> knownPages,
      Map<String, Instant> written,
      Map<String, EntryRead> knownEntries) {
    pages.fill(knownPages);
    entries.fill(knownEntries);
    arrivals.waitSince(written);
    knownPages.values().forEach(arrivals::note);
    opened.countDown();
  }

  public boolean isOpen() {
    return opened.getCount() == 0;
  }

  /// Returns once the journal is open, or after `patience`; says which.
  public boolean awaitOpen(Duration patience) throws InterruptedException {
    return opened.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  public Optional<PageScanned> page(String user, String page) {
    return remembered(user, page).filter(Journal::isThere);
  }

  /// A page, be it only remembered as forgotten.
  public Optional<PageScanned> remembered(String user, String page) {
    requireOpen();
    return pages.get(Keys.of(user, page));
  }

  /// The page that was last seen at a place in the bucket.
  public Optional<PageScanned> pageAt(String user, String place) {
    requireOpen();
    return arrivals.at(user, place).flatMap(pages::get);
  }

  /// Pages of a user, the one that came last first.
  public List<PageScanned> newestPages(String user) {
    return pages(user).stream()
        .sorted(Comparator.comparingLong(arrivals::number).reversed())
        .toList();
  }

  /// Pages that no engine has read yet.
  public List<PageScanned> waitingPages(String user) {
    return pages(user).stream().filter(page -> page.state() == State.WAITING).toList();
  }

  /// How long the page waits that has waited longest; nothing if none does.
  public Duration longestWait() {
    return arrivals.longestWait();
  }

  /// Everybody who has sent a page or written an entry.
  public Set<String> users() {
    requireOpen();
    Set<String> users = new TreeSet<>(pages.users());
    users.addAll(entries.users());
    return users;
  }

  /// Pages of a user, but for those that are only remembered as forgotten.
  public Collection<PageScanned> pages(String user) {
    requireOpen();
    return pages.of(user).stream().filter(Journal::isThere).toList();
  }

  public Optional<EntryRead> entry(String user, String entry) {
    requireOpen();
    return entries.get(Keys.of(user, entry)).filter(EntryRead::stillThere);
  }

  /// Entries of a user, but for those that are only remembered as forgotten.
  public Collection<EntryRead> entries(String user) {
    requireOpen();
    return entries.of(user).stream().filter(EntryRead::stillThere).toList();
  }

  /// Keeps a page as it is now.
  public synchronized void save(PageScanned page) {
    requireOpen();
    write(() -> pages.keep(Map.of(page.key(), page)));
    arrivals.note(page);
  }

  /// Keeps a page unless it is known already; answers with what is kept.
  public synchronized PageScanned register(PageScanned page) {
    Optional<PageScanned> known = remembered(page.user(), page.page());
    if (known.isPresent()) {
      return known.get();
    }
    save(page);
    return page;
  }

  /// Forgets a page; its entries stay.
  public synchronized void forget(PageScanned page) {
    requireOpen();
    write(() -> pages.forget(page.key()));
    arrivals.forget(page);
  }

  /// Keeps what was read, without touching what the owner has done; answers with what is kept.
  public synchronized List<EntryRead> take(List<EntryRead> read) {
    requireOpen();
    List<EntryRead> kept = new ArrayList<>();
    Map<String, EntryRead> changed = new LinkedHashMap<>();
    for (EntryRead fresh : read) {
      Optional<EntryRead> present = entries.get(fresh.key());
      EntryRead next = present.map(old -> OwnerHand.keep(old, fresh)).orElse(fresh);
      kept.add(next);
      if (!present.equals(Optional.of(next))) {
        changed.put(next.key(), next);
      }
    }
    write(() -> entries.keep(changed));
    return kept;
  }

  /// Keeps the entries that were read from a page, without touching what the owner has done;
  /// answers with what is kept. Of a page that was forgotten while it was read nothing is kept.
  public synchronized List<EntryRead> takePage(PageScanned page, List<EntryRead> read) {
    if (page(page.user(), page.page()).isEmpty()) {
      return List.of();
    }
    PageHand hand = PageHand.of(everythingOf(page), read);
    keepChanged(hand.kept(), arrivals.since(page));
    hand.gone().forEach(entry -> write(() -> entries.forget(entry.key())));
    return hand.kept();
  }

  /// Says what became of reading a page, unless it was forgotten meanwhile.
  public synchronized void finish(PageScanned page) {
    if (page(page.user(), page.page()).isPresent()) {
      save(page);
    }
  }

  private static boolean isThere(PageScanned page) {
    return page.state() != State.FORGOTTEN;
  }

  /// Puts entries in the place of others, each unless it has changed meanwhile.
  ///
  /// @param changes from what an entry was to what it shall be
  public synchronized void replace(Map<EntryRead, EntryRead> changes) {
    requireOpen();
    List<EntryRead> next = new ArrayList<>();
    changes.forEach(
        (before, after) ->
            entries.get(before.key()).filter(before::equals).ifPresent(_ -> next.add(after)));
    keepChanged(next);
  }

  /// The entries of a page, thrown away or not, in their order.
  public List<EntryRead> entriesOf(PageScanned page) {
    return entries(page.user()).stream()
        .filter(entry -> entry.page().equals(Optional.of(page.page())))
        .toList();
  }

  /// The same with those that are only remembered as forgotten.
  public List<EntryRead> everythingOf(PageScanned page) {
    requireOpen();
    return entries.of(page.user()).stream()
        .filter(entry -> entry.page().equals(Optional.of(page.page())))
        .toList();
  }

  /// Whether the owner has marked what is on a page private, or some of it, or keeps it in a
  /// private folder.
  public boolean isPrivate(PageScanned page) {
    return Pages.isPrivate(page)
        || entriesOf(page).stream().anyMatch(entry -> entry.status() == Status.PRIVATE);
  }

  private void keepChanged(List<EntryRead> kept) {
    keepChanged(kept, Map.of());
  }

  private void keepChanged(List<EntryRead> kept, Map<String, String> headers) {
    Map<String, EntryRead> changed = new LinkedHashMap<>();
    kept.stream()
        .filter(entry -> !entries.get(entry.key()).equals(Optional.of(entry)))
        .forEach(entry -> changed.put(entry.key(), entry));
    if (!changed.isEmpty()) {
      write(() -> entries.keep(changed, headers));
    }
  }

  /// Keeps an entry, whatever was there.
  public synchronized void save(EntryRead entry) {
    requireOpen();
    write(() -> entries.keep(Map.of(entry.key(), entry)));
  }

  /// Keeps a typed entry; the same words for the same day are the entry that is there already.
  public synchronized EntryRead addTyped(EntryRead typed) {
    Optional<EntryRead> present = entry(typed.user(), typed.entry());
    if (present.isPresent() && present.get().status() != Status.DISCARDED) {
      return present.get();
    }
    save(typed);
    return typed;
  }

  /// Keeps some entries and then forgets others.
  public synchronized void change(List<EntryRead> kept, List<EntryRead> gone) {
    requireOpen();
    keepChanged(kept);
    gone.forEach(entry -> write(() -> entries.forget(entry.key())));
  }

  /// Does something while nobody else writes pages or entries.
  public synchronized void alone(Runnable work) {
    work.run();
  }

  /// Grows with every change of pages or entries.
  public long version() {
    return pages.version() + entries.version();
  }

  /// Forgets entries as if they had never been there.
  public synchronized void forget(Collection<EntryRead> gone) {
    requireOpen();
    for (EntryRead entry : gone) {
      write(() -> entries.forget(entry.key()));
    }
  }

  /// Puts aside what could not be taken in.
  public void reject(String user, Rejected rejected) {
    write(
        () -> {
          writer.write(Topics.OCR_REJECTED, Keys.of(user, rejected.key()), rejected);
          writer.flush();
        });
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new JournalUnavailableException(
          "The journal is still being opened. Try again in a moment.");
    }
  }

  private static void write(Runnable work) {
    try {
      work.run();
    } catch (IllegalStateException | KafkaException e) {
      throw new JournalUnavailableException(NO_BROKER, e);
    }
  }
}
