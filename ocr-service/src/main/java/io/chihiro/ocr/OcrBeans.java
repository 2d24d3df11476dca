package io.chihiro.ocr;

import io.chihiro.door.Identity;
import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ReplayRejected;
import io.chihiro.events.Topics;
import io.chihiro.keys.KeyRing;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FolderBucket;
import io.chihiro.ocr.bucket.Leftovers;
import io.chihiro.ocr.bucket.S3Bucket;
import io.chihiro.ocr.bucket.S3Settings;
import io.chihiro.ocr.bucket.SealedBucket;
import io.chihiro.ocr.engine.EngineRoom;
import io.chihiro.ocr.engine.EngineSettings;
import io.chihiro.ocr.engine.KeptAnswers;
import io.chihiro.ocr.photo.Photos;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// How the parts of this service are put together.
@ApplicationScoped
public class OcrBeans {
  @Produces
  @Singleton
  KafkaEventWriter events(OcrSettings settings) {
    return new KafkaEventWriter(settings.broker(), "ocr-service");
  }

  void close(@Disposes KafkaEventWriter events) {
    events.close();
  }

  @Produces
  @Singleton
  KafkaClientMetrics kafkaMetrics(KafkaEventWriter events) {
    return new KafkaClientMetrics(events.producer());
  }

  @Produces
  @Singleton
  Journal journal(EventWriter events, InstantSource clock) {
    return new Journal(events, clock);
  }

  @Produces
  @Singleton
  EngineChoices choices(EventWriter events) {
    return new EngineChoices(events);
  }

  @Produces
  @Singleton
  EntryChecks checks(InstantSource clock, OcrSettings settings) {
    return new EntryChecks(clock, settings.limits().entryCharacters());
  }

  @Produces
  @Singleton
  Bucket bucket(OcrSettings settings, S3Settings s3, KeyRing keys) {
    // An upload that was broken off was never answered.
    Leftovers.delete(settings.home().resolve("ocr/uploads"));
    return new SealedBucket(originals(settings, s3), keys, settings.home().resolve("ocr/opened"));
  }

  private static Bucket originals(OcrSettings settings, S3Settings s3) {
    return s3.bucket()
        .<Bucket>map(
            name ->
                new S3Bucket(
                    s3.connection().open(),
                    name,
                    Identity.OWNER,
                    settings.home().resolve("ocr/lent")))
        .orElseGet(() -> new FolderBucket(settings.bucket()));
  }

  void close(@Disposes Bucket bucket) throws IOException {
    bucket.close();
  }

  // An object in S3 is whole as soon as it is there.
  @Produces
  @Singleton
  Pace pace(OcrSettings settings, S3Settings s3) {
    return s3.bucket().isPresent()
        ? new Pace(s3.poll(), Duration.ZERO)
        : new Pace(settings.poll(), settings.stillness());
  }

  @Produces
  @Singleton
  SeenFiles seenFiles(OcrSettings settings, Pace pace) {
    return new SeenFiles(pace.stillness(), settings.troublePause());
  }

  @Produces
  @Singleton
  Arrivals arrivals(Bucket bucket, Intake intake, SeenFiles seen, InstantSource clock) {
    return new Arrivals(bucket, intake, seen, clock);
  }

  @Produces
  @Singleton
  Departures departures(Journal journal, OcrSettings settings) {
    return new Departures(journal, settings.stillness().multipliedBy(2));
  }

  @Produces
  @Singleton
  PageQueue queue() {
    return new PageQueue();
  }

  @Produces
  @Singleton
  OcrMetrics metrics(MeterRegistry registry, Journal journal) {
    return new OcrMetrics(registry, journal);
  }

  // Asked for by nobody, so it is made by hand at the start.
  void measure(
      @Observes StartupEvent event,
      MeterRegistry registry,
      Journal journal,
      KeptAnswers kept,
      EngineChoices choices) {
    new EngineBill(journal::users, kept::spentThisMonth, choices).measure(registry);
  }

  @Produces
  @Singleton
  PageFiles pageFiles(Bucket bucket) {
    return new PageFiles(bucket, new Photos());
  }

  @Produces
  @Singleton
  FileExamination examination(OcrSettings settings, EntryChecks checks) {
    return new FileExamination(settings.limits(), checks, settings.dayOrder());
  }

  @Produces
  @Singleton
  Intake intake(
      Journal journal,
      Bucket bucket,
      FileExamination examination,
      PageQueue queue,
      OcrMetrics metrics) {
    return new Intake(journal, bucket, examination, queue, metrics);
  }

  @Produces
  @Singleton
  Uploads uploads(
      Journal journal,
      Bucket bucket,
      FileExamination examination,
      Intake intake,
      SeenFiles seen,
      OcrMetrics metrics,
      InstantSource clock) {
    return new Uploads(journal, bucket, examination, intake, seen, metrics, clock);
  }

  @Produces
  @Singleton
  RejectedFiles rejectedFiles(
      Journal journal, Bucket bucket, Intake intake, SeenFiles seen, InstantSource clock) {
    return new RejectedFiles(journal, bucket, intake, seen, clock);
  }

  @Produces
  @Singleton
  ReplayRejected replay(
      OcrSettings settings, KafkaEventWriter events, RejectedFiles files, Journal journal) {
    return new ReplayRejected(
        settings.broker(),
        "ocr-replay",
        events,
        List.of(Topics.JOURNAL_PAGES, Topics.JOURNAL_ENTRIES, Topics.JOURNAL_SETTINGS),
        Map.of("bucket", files::again, "upload", RejectedFiles::notKept),
        journal::alone);
  }

  @Produces
  @Singleton
  JournalExport export(Journal journal) {
    return new JournalExport(journal);
  }

  @Produces
  @Singleton
  KeptAnswers keptAnswers(OcrSettings settings, KeyRing keys, InstantSource clock) {
    return new KeptAnswers(settings.home().resolve("ocr/answers"), keys, clock);
  }

  @Produces
  @Singleton
  EngineRoom engines(EngineSettings settings, KeptAnswers kept) {
    return new EngineRoom(settings, kept);
  }

  void close(@Disposes EngineRoom engines) {
    engines.close();
  }

  @Produces
  @Singleton
  NotebookDates dates(Journal journal, EntryChecks checks, OcrSettings settings) {
    return new NotebookDates(journal, checks, settings.dayOrder());
  }

  @Produces
  @Singleton
  ReviewDesk desk(Journal journal, NotebookDates dates) {
    return new ReviewDesk(journal, dates);
  }

  @Produces
  @Singleton
  EngineErrors engineErrors() {
    return new EngineErrors();
  }

  @Produces
  @Singleton
  Rereading rereading(
      Journal journal,
      PageFiles files,
      EngineRoom engines,
      EngineChoices choices,
      NotebookDates dates,
      ReviewDesk desk) {
    return new Rereading(journal, files, user -> engines.chain(choices.of(user)), dates, desk);
  }

  @Produces
  @Singleton
  EraseJournal erase(
      Journal journal,
      EngineChoices choices,
      KeptAnswers kept,
      Bucket bucket,
      PageQueue queue,
      ReviewDesk desk,
      Rereading rereading,
      NotebookDates dates) {
    return new EraseJournal(journal, choices, kept, bucket, queue, desk, rereading, dates);
  }

  @Produces
  @Singleton
  PageReading reading(
      Journal journal,
      PageFiles files,
      EngineRoom engines,
      EngineChoices choices,
      NotebookDates dates,
      OcrMetrics metrics,
      InstantSource clock) {
    return new PageReading(
        journal, files, user -> engines.chain(choices.of(user)), dates, metrics, clock);
  }
}
