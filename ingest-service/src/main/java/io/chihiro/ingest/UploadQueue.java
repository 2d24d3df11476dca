package io.chihiro.ingest;

import io.chihiro.door.RefusedException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/// Imports of one kind, one after the other; those a kill interrupted come first. Thread-safe.
final class UploadQueue<I extends Upload> {
  private static final Logger LOG = Logger.getLogger(UploadQueue.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final UploadLedger<I> ledger;
  private final Importer<I> importer;
  private final String what;
  private final BlockingQueue<I> queue = new LinkedBlockingQueue<>();
  private final Thread worker;

  /// Carries one import to its end, wherever it was stopped before.
  @FunctionalInterface
  interface Importer<I> {
    void carry(I waiting) throws InterruptedException;
  }

  /// A queue that does nothing yet; see [#begin].
  ///
  /// @param what is imported, in the plural
  UploadQueue(String what, UploadLedger<I> ledger, Importer<I> importer) {
    this.what = what;
    this.ledger = ledger;
    this.importer = importer;
    this.worker = Thread.ofVirtual().name("import-" + what).unstarted(this::work);
  }

  /// Begins with what is written down, now that the files are this copy's.
  void begin() {
    ledger.readAll();
    queue.addAll(ledger.unfinished());
    worker.start();
  }

  void stop() {
    worker.interrupt();
  }

  /// Puts an import at the end of the queue.
  I add(I waiting) {
    queue.add(waiting);
    return waiting;
  }

  /// Imports that have not ended.
  long waiting() {
    return ledger.unfinished().size();
  }

  /// Forgets a user's imports.
  ///
  /// @return how many there were
  /// @throws RefusedException while one of them is under way
  long forgetAll(String user) {
    if (ledger.of(user).stream().anyMatch(each -> each.status().open())) {
      throw RefusedException.notNow("An import of " + what + " is under way.");
    }
    return ledger.forgetAll(user);
  }

  private void work() {
    try {
      while (true) {
        run(queue.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("imports stop; the open ones go on at the next start");
    }
  }

  private void run(I next) throws InterruptedException {
    try {
      importer.carry(next);
    } catch (RuntimeException e) {
      LOG.warnf("the import %s is tried again: %s", next.id(), e.getClass().getSimpleName());
      Thread.sleep(PAUSE);
      queue.add(ledger.find(next.user(), next.id()).orElse(next));
    }
  }
}
