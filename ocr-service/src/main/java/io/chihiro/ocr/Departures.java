package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.bucket.FileSight;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Notices that the file of a page that was read is no longer there. Not thread-safe.
///
/// What was read stays until the owner has said what the absence means. A bucket in which nothing
/// at all is left is taken for a disk that is not there, and says nothing.
final class Departures {
  private final Journal journal;
  private final Duration patience;
  private final Map<String, Instant> missingSince = new HashMap<>();

  /// Notices.
  ///
  /// @param patience how long a file must be missing; one that is being moved comes back
  Departures(Journal journal, Duration patience) {
    this.journal = journal;
    this.patience = patience;
  }

  /// Compares what is known with what lies in the bucket.
  void look(Collection<FileSight> present, Instant now) {
    List<PageScanned> read =
        journal.users().stream()
            .flatMap(user -> journal.pages(user).stream())
            .filter(page -> page.state() == State.READ)
            .toList();
    if (present.isEmpty() && read.size() > 1) {
      missingSince.clear();
      return;
    }
    Set<String> places = present.stream().map(FileSight::place).collect(Collectors.toSet());
    for (PageScanned page : read) {
      if (places.contains(Pages.file(page))) {
        missingSince.remove(page.key());
      } else {
        miss(page, now);
      }
    }
  }

  private void miss(PageScanned page, Instant now) {
    Instant since = missingSince.computeIfAbsent(page.key(), _ -> now);
    if (since.plus(patience).isAfter(now)) {
      return;
    }
    missingSince.remove(page.key());
    String sentence =
        Pages.name(page) + " is no longer there. Keep what was read from it, or forget it?";
    journal.save(page.with(State.GONE, page.attempts(), Optional.of(sentence)));
  }
}
