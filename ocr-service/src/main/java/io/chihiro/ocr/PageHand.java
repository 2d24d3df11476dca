package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the owner has done to a page's entries survives every re-reading. Pure.
///
/// As long as the owner has done nothing, fresh entries take the place of the present ones. Once
/// they have, a page that is still divided in the same way takes what their hand leaves open, and
/// one that is divided otherwise takes nothing: which of the new pieces a correction belongs to
/// would be a guess.
///
/// @param kept the page's entries from now on, those that did not change among them
/// @param gone entries of a division that nobody has touched and that is no more
record PageHand(List<EntryRead> kept, List<EntryRead> gone) {
  /// What remains when a page is read again.
  static PageHand of(List<EntryRead> present, List<EntryRead> fresh) {
    List<EntryRead> divided =
        present.stream().filter(entry -> EntryIds.isPartOfPage(entry.entry())).toList();
    if (present.stream().noneMatch(PageHand::isTouched)) {
      return replaced(present, fresh);
    }
    return divided.size() == fresh.size()
        ? merged(divided, fresh)
        : new PageHand(present, List.of());
  }

  /// Whether the owner has done something to an entry.
  static boolean isTouched(EntryRead entry) {
    return entry.status() != Status.DRAFT
        || entry.engine().equals(OwnerHand.TYPED)
        || entry.dateSource() == DateSource.OWNER;
  }

  private static PageHand replaced(List<EntryRead> present, List<EntryRead> fresh) {
    List<String> ids = fresh.stream().map(EntryRead::entry).toList();
    return new PageHand(
        fresh, present.stream().filter(entry -> !ids.contains(entry.entry())).toList());
  }

  private static PageHand merged(List<EntryRead> divided, List<EntryRead> fresh) {
    Map<String, EntryRead> present =
        divided.stream().collect(Collectors.toMap(EntryRead::entry, Function.identity()));
    List<EntryRead> kept = new ArrayList<>();
    for (EntryRead read : fresh) {
      EntryRead before = present.get(read.entry());
      kept.add(before == null ? read : OwnerHand.keep(before, read));
    }
    return new PageHand(kept, List.of());
  }
}
