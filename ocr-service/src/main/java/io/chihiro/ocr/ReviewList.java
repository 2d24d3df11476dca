package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.NotebookDating.Neighbours;
import io.chihiro.ocr.Notebooks.Leaf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What waits for its owner, in the order of the notebooks. Pure.
final class ReviewList {
  static final double DOUBTFUL_DATE = 0.6;
  static final double POORLY_READ = 0.6;

  /// An entry in review.
  ///
  /// @param before the entry before it in its notebook, to which it may be joined
  /// @param reasons why it waits; none if it is a draft nobody has looked at yet
  record Item(
      EntryRead entry,
      Optional<PageScanned> page,
      Optional<EntryRead> before,
      Optional<DateProposal> proposal,
      List<ReviewReason> reasons) {
    boolean isDoubtful() {
      return !reasons.isEmpty();
    }
  }

  private final KnownHints known;

  private ReviewList(KnownHints known) {
    this.known = known;
  }

  /// Everything the owner has not vouched for, doubtful or not.
  static List<Item> of(
      Collection<PageScanned> pages, Collection<EntryRead> entries, KnownHints known) {
    var list = new ReviewList(known);
    List<EntryRead> shown = new ArrayList<>(entries);
    shown.addAll(UnreadPages.blanks(pages, entries));
    List<List<Leaf>> notebooks = Notebooks.of(pages, shown);
    Set<String> photographed =
        notebooks.stream()
            .flatMap(List::stream)
            .map(leaf -> leaf.entry().entry())
            .collect(Collectors.toSet());
    List<Item> items = new ArrayList<>();
    notebooks.forEach(leaves -> items.addAll(list.ofNotebook(leaves)));
    items.addAll(
        list.ofTexts(
            pages, shown.stream().filter(entry -> !photographed.contains(entry.entry())).toList()));
    return List.copyOf(items);
  }

  private List<Item> ofNotebook(List<Leaf> leaves) {
    List<Neighbours> neighbours = NotebookDating.neighbours(leaves, known);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      if (isOpen(leaf.entry())) {
        Neighbours around = neighbours.get(i);
        Optional<EntryRead> before =
            i == 0 ? Optional.empty() : Optional.of(leaves.get(i - 1).entry());
        DateHints between = known.hints(leaf.entry()).between(around.before(), around.after());
        items.add(item(leaf.entry(), Optional.of(leaf.page()), before, between));
      }
    }
    return items;
  }

  private List<Item> ofTexts(Collection<PageScanned> pages, List<EntryRead> entries) {
    Map<String, PageScanned> byId =
        pages.stream().collect(Collectors.toMap(PageScanned::page, Function.identity()));
    return entries.stream()
        .filter(ReviewList::isOpen)
        .sorted(Comparator.comparing(EntryRead::entry))
        .map(
            entry -> item(entry, entry.page().map(byId::get), Optional.empty(), known.hints(entry)))
        .toList();
  }

  private static Item item(
      EntryRead entry, Optional<PageScanned> page, Optional<EntryRead> before, DateHints between) {
    return new Item(entry, page, before, DateProposal.of(entry, between), reasons(entry, between));
  }

  // A text file is the owner's own words, yet nobody may have said of which day they are.
  private static boolean isOpen(EntryRead entry) {
    return entry.status() == Status.DRAFT
        || (entry.status() == Status.CONFIRMED && (entry.date().isEmpty() || isUnseenFile(entry)));
  }

  private static boolean isUnseenFile(EntryRead entry) {
    return entry.engine().equals(OwnerHand.FILE) && isDoubtful(entry);
  }

  private static boolean isDoubtful(EntryRead entry) {
    return entry.date().isPresent()
        && entry.dateSource() != DateSource.OWNER
        && entry.dateConfidence().value() < DOUBTFUL_DATE;
  }

  private static List<ReviewReason> reasons(EntryRead entry, DateHints between) {
    List<ReviewReason> reasons = new ArrayList<>();
    if (UnreadPages.isBlank(entry)) {
      reasons.add(ReviewReason.NOT_READ);
    }
    if (entry.date().isEmpty()) {
      reasons.add(ReviewReason.NO_DATE);
    }
    if (isDoubtful(entry)) {
      reasons.add(reasonOfDoubt(entry, between));
    }
    if (entry.confidence().value() < POORLY_READ) {
      reasons.add(ReviewReason.POORLY_READ);
    }
    return List.copyOf(reasons);
  }

  private static ReviewReason reasonOfDoubt(EntryRead entry, DateHints between) {
    if (entry.dateSource() == DateSource.PAGE_BEFORE) {
      return ReviewReason.CONTINUES_PAGE;
    }
    return entry.date().filter(date -> !between.fits(date)).isPresent()
        ? ReviewReason.OUT_OF_ORDER
        : ReviewReason.DOUBTFUL_DATE;
  }
}
