package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FileSight;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// Looks into the bucket: `bucket → JOURNAL_PAGES, JOURNAL_ENTRIES`.
///
/// Every second, because nothing is told over NFS, and at once where the system tells of a change.
/// A look costs one walk over the tree; only files that changed are opened. Where that takes long,
/// it is done less often.
@Singleton
public final class WatchBucket {
  private static final Logger LOG = Logger.getLogger(WatchBucket.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Set<State> LOOKED_INTO =
      EnumSet.of(State.READ, State.WAITING, State.FORGOTTEN);

  /// Walking over the tree takes no more than this part of the time.
  private static final int PART = 20;

  private final Journal journal;
  private final Bucket bucket;
  private final SeenFiles seen;
  private final Arrivals arrivals;
  private final Departures departures;
  private final InstantSource clock;
  private final Duration poll;
  private final Thread thread = Thread.ofVirtual().name("watch-bucket").unstarted(this::watch);
  private volatile Duration walk = Duration.ZERO;

  public WatchBucket(
      Journal journal,
      Bucket bucket,
      SeenFiles seen,
      Arrivals arrivals,
      Departures departures,
      InstantSource clock,
      Pace pace) {
    this.journal = journal;
    this.bucket = bucket;
    this.seen = seen;
    this.arrivals = arrivals;
    this.departures = departures;
    this.clock = clock;
    this.poll = pace.poll();
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE);
  }

  private void watch() {
    try {
      boolean open = journal.awaitOpen(PATIENCE);
      while (!open) {
        open = journal.awaitOpen(PATIENCE);
      }
      passOverKnown();
      while (!Thread.currentThread().isInterrupted()) {
        tryToLook();
        bucket.awaitChange(pause(walk));
      }
    } catch (InterruptedException e) {
      LOG.debug("stops looking into the bucket");
    }
  }

  /// How long to wait for a change before looking all the same.
  ///
  /// @param walk how long the last walk over the tree took
  Duration pause(Duration walk) {
    Duration rest = walk.multipliedBy(PART);
    return rest.compareTo(poll) > 0 ? rest : poll;
  }

  /// Spares a restart from reading every photo again: one that is known, with this size at this
  /// place, is the same. Texts are small and edited in place, so they are always looked into.
  void passOverKnown() {
    Instant now = clock.instant();
    for (FileSight file : bucket.files()) {
      String user = PlaceOwner.of(file.place());
      journal
          .pageAt(user, file.place())
          .or(() -> journal.pageAt(user, Pages.ofScan(file.place(), 1)))
          .filter(page -> page.bytes() == file.bytes() && isGoodPhoto(page))
          .ifPresent(_ -> seen.taken(file, now));
    }
  }

  private static boolean isGoodPhoto(PageScanned page) {
    return LOOKED_INTO.contains(page.state()) && !page.format().equals(Pages.TEXT);
  }

  private void tryToLook() {
    try {
      look();
    } catch (JournalUnavailableException | UncheckedIOException e) {
      LOG.warnf("cannot take in the bucket just now: %s", e.getMessage());
    }
  }

  /// Looks once and takes in whatever has settled.
  void look() {
    Instant now = clock.instant();
    List<FileSight> present = bucket.files();
    walk = Duration.between(now, clock.instant());
    seen.settled(present, now).forEach(arrivals::take);
    departures.look(present, now);
  }
}
