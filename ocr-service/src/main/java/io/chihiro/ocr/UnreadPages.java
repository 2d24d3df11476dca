package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Photos that no engine could read: for each, an empty entry stands in the review until its owner
/// has written what it says. Pure; such an entry is nowhere else.
final class UnreadPages {
  private UnreadPages() {}

  /// The empty entries.
  static List<EntryRead> blanks(Collection<PageScanned> pages, Collection<EntryRead> entries) {
    Set<String> told = new HashSet<>();
    entries.forEach(entry -> entry.page().ifPresent(told::add));
    return pages.stream()
        .filter(page -> isUnread(page) && !told.contains(page.page()))
        .map(UnreadPages::blank)
        .toList();
  }

  /// Whether an entry says nothing yet.
  static boolean isBlank(EntryRead entry) {
    return entry.text().isBlank();
  }

  // A file that could not even be opened as a picture was shown to no engine.
  private static boolean isUnread(PageScanned page) {
    boolean over = page.state() == State.FAILED || page.state() == State.READ;
    return over && Pages.isPicture(page) && !page.attempts().isEmpty();
  }

  private static EntryRead blank(PageScanned page) {
    return new EntryRead(
        page.user(),
        EntryIds.ofPage(page.page(), 1),
        Optional.empty(),
        DateSource.NONE,
        Confidence.NONE,
        "",
        OwnerHand.TYPED,
        Confidence.FULL,
        Pages.status(page, Status.DRAFT),
        Optional.of(page.page()),
        page.capturedAt());
  }
}
