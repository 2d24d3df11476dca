package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.PageScanned;
import io.chihiro.events.Topics;
import io.chihiro.keys.Unsealed;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FolderBucket;
import io.chihiro.ocr.engine.EngineChain;
import io.chihiro.ocr.engine.KeptAnswers;
import io.chihiro.ocr.photo.Photos;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// The whole service without broker, HTTP, clock and real engines.
final class OcrWorld {
  static final String OWNER = "owner";
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final InMemoryEvents events;
  final TestClock clock = new TestClock(NOW);
  final InMemoryEngine engine;
  final TestSettings settings;
  final Journal journal;
  final SeenFiles seen;
  final RejectedFiles rejectedFiles;
  final Uploads uploads;
  final Arrivals arrivals;
  final WatchBucket watch;
  final PageReading reading;
  final NotebookDates dates;
  final ReviewDesk desk;
  final Rereading rereading;
  final PageQueue queue = new PageQueue();
  final KeptAnswers answers;
  final EngineChoices choices;
  final EraseJournal erase;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private OcrWorld(
      Path bucketFolder, InMemoryEvents events, EventWriter writer, InMemoryEngine engine) {
    this(new FolderBucket(bucketFolder), new TestSettings(bucketFolder), events, writer, engine);
  }

  private OcrWorld(
      Bucket bucket,
      TestSettings settings,
      InMemoryEvents events,
      EventWriter writer,
      InMemoryEngine engine) {
    this.events = events;
    this.engine = engine;
    this.settings = settings;
    this.journal = new Journal(writer, clock);
    journal.open(
        new TreeMap<>(events.all(Topics.JOURNAL_PAGES)),
        Map.of(),
        new TreeMap<>(events.all(Topics.JOURNAL_ENTRIES)));
    var checks = new EntryChecks(clock, settings.limits().entryCharacters());
    var metrics = new OcrMetrics(meters, journal);
    var examination = new FileExamination(settings.limits(), checks, settings.dayOrder());
    var intake = new Intake(journal, bucket, examination, queue, metrics);
    this.seen = new SeenFiles(settings.stillness(), settings.troublePause());
    this.uploads = new Uploads(journal, bucket, examination, intake, seen, metrics, clock);
    this.arrivals = new Arrivals(bucket, intake, seen, clock);
    this.rejectedFiles = new RejectedFiles(journal, bucket, intake, seen, clock);
    this.watch =
        new WatchBucket(
            journal,
            bucket,
            seen,
            arrivals,
            new Departures(journal, settings.stillness().multipliedBy(2)),
            clock,
            new Pace(settings.poll(), settings.stillness()));
    this.dates = new NotebookDates(journal, checks, settings.dayOrder());
    this.desk = new ReviewDesk(journal, dates);
    var files = new PageFiles(bucket, new Photos());
    this.rereading =
        new Rereading(journal, files, _ -> EngineChain.ofLocal(List.of(engine)), dates, desk);
    this.reading =
        new PageReading(
            journal, files, _ -> EngineChain.ofLocal(List.of(engine)), dates, metrics, clock);
    this.answers = new KeptAnswers(settings.home().resolve("answers"), new Unsealed(), clock);
    this.choices = new EngineChoices(writer);
    choices.open(new TreeMap<>(events.all(Topics.JOURNAL_SETTINGS)));
    this.erase = new EraseJournal(journal, choices, answers, bucket, queue, desk, rereading, dates);
    dates.settle(OWNER);
  }

  static OcrWorld in(Path bucket) {
    var events = new InMemoryEvents();
    return new OcrWorld(bucket, events, events, new InMemoryEngine());
  }

  /// A world whose originals lie somewhere else.
  static OcrWorld over(Bucket bucket, Path home) {
    var events = new InMemoryEvents();
    return new OcrWorld(bucket, new TestSettings(home), events, events, new InMemoryEngine());
  }

  /// The same world, killed and started again: everything in memory is lost.
  OcrWorld restarted() {
    return new OcrWorld(settings.bucket(), events, events, engine);
  }

  /// The same world, started again with something between it and the broker.
  OcrWorld restarted(EventWriter writer) {
    return new OcrWorld(settings.bucket(), events, writer, engine);
  }

  /// Looks into the bucket twice, far enough apart for everything to settle, and reads all pages.
  void settle() {
    watch.look();
    clock.pass(settings.stillness());
    watch.look();
    readAll();
  }

  void readAll() {
    try {
      for (PageScanned page : journal.waitingPages(OWNER)) {
        reading.read(page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Lays a picture into the bucket that the engine reads as `text`.
  Path photo(String place, int colour, String text) {
    engine.reads(colour, text);
    return file(place, png(colour));
  }

  Path file(String place, String text) {
    return file(place, text.getBytes(StandardCharsets.UTF_8));
  }

  Path file(String place, byte[] bytes) {
    try {
      Path file = settings.bucket().resolve(place);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] png(int colour) {
    var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, colour);
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<EntryRead> entries() {
    return List.copyOf(events.all(Topics.JOURNAL_ENTRIES).values());
  }

  List<PageScanned> pages() {
    return List.copyOf(events.all(Topics.JOURNAL_PAGES).values());
  }

  EntryRead onlyEntry() {
    return only(entries());
  }

  PageScanned onlyPage() {
    return only(pages());
  }

  Optional<PageScanned> pageAt(String place) {
    return pages().stream().filter(page -> page.place().equals(place)).findFirst();
  }

  private static <T> T only(List<T> all) {
    if (all.size() != 1) {
      throw new AssertionError("expected one, there are " + all.size());
    }
    return all.getFirst();
  }

  /// A clock that moves when told.
  static final class TestClock implements InstantSource {
    private Instant now;

    TestClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /// The defaults, in a folder of one's own.
  record TestSettings(Path bucket, String broker) implements OcrSettings {
    TestSettings(Path bucket) {
      this(bucket, "nowhere:1");
    }

    @Override
    public Path home() {
      return bucket.resolveSibling("home");
    }

    @Override
    public Duration poll() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration stillness() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration troublePause() {
      return Duration.ofSeconds(60);
    }

    @Override
    public int readers() {
      return 1;
    }

    @Override
    public DayOrder dayOrder() {
      return DayOrder.DAY_FIRST;
    }

    @Override
    public Limits limits() {
      return new TestLimits();
    }
  }

  /// Small enough to be broken by small files.
  record TestLimits() implements OcrSettings.Limits {
    @Override
    public long fileBytes() {
      return 100_000;
    }

    @Override
    public long textBytes() {
      return 50_000_000;
    }

    @Override
    public long archiveBytes() {
      return 50_000_000;
    }

    @Override
    public int entryCharacters() {
      return 200_000;
    }

    @Override
    public int shownSidePixels() {
      return 2000;
    }
  }
}
