package io.chihiro.ingest.source;

import java.time.Instant;
import java.util.List;

/// A service that tells a whole history, newest first, a page at a time.
public interface PagedHistory {
  /// One page.
  ///
  /// @param last whether nothing older is left in the stretch
  /// @param notBefore when the service wants the next call at the earliest
  record Page(List<Listen> listens, boolean last, Instant notBefore) {
    public Page {
      listens = List.copyOf(listens);
    }
  }

  /// The newest listens of somebody that began at `from` or later and before `to`.
  Outcome<Page> page(Account account, Instant from, Instant to) throws InterruptedException;
}
