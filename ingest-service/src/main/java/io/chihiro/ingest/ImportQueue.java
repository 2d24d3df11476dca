package io.chihiro.ingest;

import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.ingest.history.CsvMapping;
import io.chihiro.metrics.ListeningMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/// Runs imports one after the other; those a kill interrupted come first.
@Startup
@ApplicationScoped
public class ImportQueue {
  private static final Logger LOG = Logger.getLogger(ImportQueue.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ImportLedger ledger;
  private final ImportPlays importer;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final BlockingQueue<PlayImport> queue = new LinkedBlockingQueue<>();
  private final Thread worker = Thread.ofVirtual().name("import-plays").unstarted(this::work);

  public ImportQueue(
      IngestSettings settings,
      ImportLedger ledger,
      KafkaEventWriter writer,
      MeterRegistry meters,
      Listeners listeners,
      InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.meters = meters;
    this.importer =
        new ImportPlays(
            ledger,
            writer,
            new TopicPlayArchive(settings.broker()),
            listeners,
            settings.ingest().rowsPerCheckpoint(),
            clock,
            this::count);
  }

  @PostConstruct
  void start() {
    ListeningMetric.IMPORTS_WAITING.gauge(meters, this, ImportQueue::waiting);
    count(ImportAccount.EMPTY);
  }

  /// Begins with what is written down, now that the files are this copy's.
  void begin() {
    ledger.read();
    queue.addAll(ledger.unfinished());
    worker.start();
  }

  @PreDestroy
  void stop() {
    worker.interrupt();
  }

  /// Takes an upload over and puts it at the end of the queue.
  public PlayImport add(String user, String file, Path upload, Optional<CsvMapping> mapping)
      throws IOException {
    PlayImport waiting = ledger.open(user, file, upload, clock.instant(), mapping);
    queue.add(waiting);
    return waiting;
  }

  /// Imports that have not ended.
  public long waiting() {
    return ledger.unfinished().size();
  }

  /// Plays of a user that imports have stored; a play that was known already counts once.
  public long playsStored(String user) {
    return ledger.of(user).stream().mapToLong(each -> each.account().stored()).sum();
  }

  /// A user's imports, newest first.
  public List<PlayImport> of(String user) {
    return ledger.of(user);
  }

  /// Forgets a user's imports.
  ///
  /// @return how many there were
  /// @throws RefusedException while one of them is under way
  public long forgetAll(String user) {
    if (ledger.of(user).stream().anyMatch(each -> each.status().open())) {
      throw RefusedException.notNow("An import of plays is under way.");
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

  private void run(PlayImport next) throws InterruptedException {
    try {
      importer.run(next);
    } catch (RuntimeException e) {
      LOG.warnf("the import %s is tried again: %s", next.id(), e.getClass().getSimpleName());
      Thread.sleep(PAUSE);
      queue.add(ledger.find(next.user(), next.id()).orElse(next));
    }
  }

  private void count(ImportAccount account) {
    ListeningMetric.IMPORT_ROWS.counter(meters, "stored").increment((double) account.stored());
    account
        .dropped()
        .forEach(
            (reason, rows) ->
                ListeningMetric.IMPORT_ROWS.counter(meters, reason).increment((double) rows));
  }
}
