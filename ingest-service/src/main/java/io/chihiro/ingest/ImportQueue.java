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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Runs imports one after the other; those a kill interrupted come first.
@Startup
@ApplicationScoped
public class ImportQueue {
  private final ImportLedger ledger;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final PollSources sources;
  private final UploadQueue<PlayImport> queue;

  public ImportQueue(
      IngestSettings settings,
      ImportLedger ledger,
      KafkaEventWriter writer,
      MeterRegistry meters,
      Listeners listeners,
      PollSources sources,
      InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.meters = meters;
    this.sources = sources;
    ImportPlays importer =
        new ImportPlays(
            ledger,
            writer,
            new TopicPlayArchive(settings.broker()),
            listeners,
            settings.ingest().rowsPerCheckpoint(),
            clock,
            this::ended);
    this.queue = new UploadQueue<>("plays", ledger, importer::run);
  }

  @PostConstruct
  void start() {
    ListeningMetric.IMPORTS_WAITING.gauge(meters, this, ImportQueue::waiting);
    count(ImportAccount.EMPTY);
  }

  /// Begins with what is written down, now that the files are this copy's.
  void begin() {
    queue.begin();
  }

  @PreDestroy
  void stop() {
    queue.stop();
  }

  /// Takes an upload over and puts it at the end of the queue.
  public PlayImport add(String user, String file, Path upload, Optional<CsvMapping> mapping)
      throws IOException {
    return queue.add(ledger.open(user, file, upload, clock.instant(), mapping));
  }

  /// Imports that have not ended.
  public long waiting() {
    return queue.waiting();
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
    return queue.forgetAll(user);
  }

  // What came in may close a gap, which would otherwise stay open until the next round.
  private void ended(ImportAccount account) {
    count(account);
    sources.wake();
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
