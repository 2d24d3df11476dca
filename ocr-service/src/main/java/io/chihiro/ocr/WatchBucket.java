package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Looks into the bucket every second: `bucket → JOURNAL_PAGES, JOURNAL_ENTRIES`.
///
/// By looking and not by being told, because nothing is told over NFS. A look costs one walk over
/// the tree; only files that changed are opened.
@Singleton
public final class WatchBucket {
  private static final Logger LOG = Logger.getLogger(WatchBucket.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Journal journal;
  private final Bucket bucket;
  private final SeenFiles seen;
  private final Intake intake;
  private final InstantSource clock;
  private final Duration poll;
  private final Thread thread = Thread.ofVirtual().name("watch-bucket").unstarted(this::watch);

  public WatchBucket(
      Journal journal,
      Bucket bucket,
      SeenFiles seen,
      Intake intake,
      InstantSource clock,
      OcrSettings settings) {
    this.journal = journal;
    this.bucket = bucket;
    this.seen = seen;
    this.intake = intake;
    this.clock = clock;
    this.poll = settings.poll();
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
        Thread.sleep(poll);
      }
    } catch (InterruptedException e) {
      LOG.debug("stops looking into the bucket");
    }
  }

  /// Spares a restart from reading every photo again: one that is known, with this size at this
  /// place, is the same. Texts are small and edited in place, so they are always looked into.
  void passOverKnown() {
    Instant now = clock.instant();
    for (FileSight file : bucket.files()) {
      journal
          .pageAt(Caller.OWNER, file.place())
          .filter(page -> page.bytes() == file.bytes() && isGoodPhoto(page))
          .ifPresent(_ -> seen.taken(file, now));
    }
  }

  private static boolean isGoodPhoto(PageScanned page) {
    return page.state() != State.FAILED && !page.format().equals(Pages.TEXT);
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
    List<FileSight> settled = seen.settled(bucket.files(), now);
    for (FileSight file : settled) {
      take(file);
    }
  }

  private void take(FileSight file) {
    try {
      intake.take(Caller.OWNER, file.place());
      seen.taken(file, clock.instant());
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf("cannot read %s: %s", file.place(), e.getClass().getSimpleName());
      seen.troubled(file, clock.instant());
    }
  }
}
