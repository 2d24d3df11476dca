package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.tracing.Span;
import io.chihiro.tracing.Tracing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Reads pages one after another: `JOURNAL_PAGES → engines → JOURNAL_ENTRIES`.
@Singleton
public final class ReadPages {
  private static final Logger LOG = Logger.getLogger(ReadPages.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// An engine that computes inside this process must end before the process does.
  private static final Duration LAST_PAGE_PATIENCE = Duration.ofSeconds(8);

  private final Journal journal;
  private final PageQueue queue;
  private final PageReading reading;
  private final NotebookDates dates;
  private final List<Thread> readers;

  public ReadPages(
      Journal journal,
      PageQueue queue,
      PageReading reading,
      NotebookDates dates,
      OcrSettings settings) {
    this.journal = journal;
    this.queue = queue;
    this.reading = reading;
    this.dates = dates;
    this.readers =
        IntStream.rangeClosed(1, settings.readers())
            .mapToObj(
                number -> Thread.ofVirtual().name("read-pages-" + number).unstarted(this::readAll))
            .toList();
  }

  void start(@Observes StartupEvent event) {
    readers.forEach(Thread::start);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    readers.forEach(Thread::interrupt);
    for (Thread reader : readers) {
      reader.join(LAST_PAGE_PATIENCE);
    }
  }

  private void readAll() {
    try {
      while (!journal.awaitOpen(PAUSE)) {
        LOG.debug("waits for the journal to be opened");
      }
      // Killed between the last page and this, the notebooks would stay as they were.
      for (String user : journal.users()) {
        dates.settle(user);
        journal.waitingPages(user).forEach(queue::add);
      }
      while (!Thread.currentThread().isInterrupted()) {
        readNext();
      }
    } catch (InterruptedException e) {
      LOG.debug("stops reading pages");
    }
  }

  private void readNext() throws InterruptedException {
    PageScanned page = queue.next();
    try (Span _ = Tracing.get().begin("read page").onThisThread()) {
      readOrGiveUp(page);
    } catch (IOException | JournalUnavailableException e) {
      LOG.warnf("page %s is read later: %s", page.page(), e.getClass().getSimpleName());
      Thread.sleep(PAUSE);
      queue.add(page);
    } finally {
      queue.done(page);
    }
  }

  private void readOrGiveUp(PageScanned page) throws IOException, InterruptedException {
    try {
      reading.read(page);
    } catch (JournalUnavailableException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      // A photo that breaks a decoder or an engine must not take the reader along.
      LOG.errorf("page %s: %s at %s", page.page(), e.getClass().getName(), origin(e));
      reading.fail(page, List.of(), Pages.name(page) + " could not be read: it broke its reader.");
    }
  }

  private static Object origin(Throwable e) {
    return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0];
  }
}
