package io.chihiro.ingest;

import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.ingest.catalogue.CatalogueMapping;
import io.chihiro.metrics.CatalogueMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Runs imports of catalogues one after the other; those a kill interrupted come first.
@Startup
@ApplicationScoped
public class SongImportQueue {
  private final SongImportLedger ledger;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final UploadQueue<SongImport> queue;

  public SongImportQueue(
      IngestSettings settings,
      SongImportLedger ledger,
      KafkaEventWriter writer,
      PastedWords pasted,
      MeterRegistry meters,
      InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.meters = meters;
    Path scratch = settings.home().resolve("ingest").resolve("scratch");
    ImportSongs importer =
        new ImportSongs(
            ledger,
            writer,
            new TopicSongArchive(settings.broker(), scratch),
            pasted,
            settings.ingest().rowsPerCheckpoint(),
            this::count);
    this.queue = new UploadQueue<>("songs", ledger, importer::run);
  }

  @PostConstruct
  void start() {
    CatalogueMetric.IMPORTS_WAITING.gauge(meters, this, SongImportQueue::waiting);
    count(CatalogueAccount.EMPTY);
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
  public SongImport add(String user, String file, Path upload, CatalogueMapping mapping)
      throws IOException {
    return queue.add(ledger.open(user, file, upload, clock.instant(), mapping));
  }

  /// Imports that have not ended.
  public long waiting() {
    return queue.waiting();
  }

  /// A user's imports, newest first.
  public List<SongImport> of(String user) {
    return ledger.of(user);
  }

  /// Forgets a user's imports.
  ///
  /// @return how many there were
  /// @throws RefusedException while one of them is under way
  public long forgetAll(String user) {
    return queue.forgetAll(user);
  }

  private void count(CatalogueAccount account) {
    CatalogueMetric.ROWS.counter(meters, "stored").increment((double) account.songs().stored());
    account
        .songs()
        .dropped()
        .forEach(
            (reason, rows) ->
                CatalogueMetric.ROWS.counter(meters, reason).increment((double) rows));
    CatalogueMetric.LYRICS.counter(meters, "kept").increment((double) account.lyrics().kept());
    account
        .lyrics()
        .leftOut()
        .forEach(
            (reason, all) ->
                CatalogueMetric.LYRICS.counter(meters, reason).increment((double) all));
  }
}
