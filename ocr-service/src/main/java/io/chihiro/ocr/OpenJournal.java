package io.chihiro.ocr;

import io.chihiro.events.Event;
import io.chihiro.events.PageScanned;
import io.chihiro.events.Topic;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Opens the journal as soon as the broker answers: `JOURNAL_PAGES, JOURNAL_ENTRIES → Journal`, and
/// before it how it is to be read: `JOURNAL_SETTINGS → EngineChoices`.
///
/// On a thread of its own, so that health can say "not yet" meanwhile.
@Singleton
public final class OpenJournal {
  private static final Logger LOG = Logger.getLogger(OpenJournal.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LOADING_PATIENCE = Duration.ofMinutes(2);

  private final Journal journal;
  private final EngineChoices choices;
  private final String broker;
  private final Thread thread = Thread.ofVirtual().name("open-journal").unstarted(this::openInTime);

  public OpenJournal(Journal journal, EngineChoices choices, OcrSettings settings) {
    this.journal = journal;
    this.choices = choices;
    this.broker = settings.broker();
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void openInTime() {
    try {
      while (!journal.isOpen()) {
        tryToOpen();
      }
    } catch (InterruptedException e) {
      LOG.debug("stopped before the journal was open");
    }
  }

  private void tryToOpen() throws InterruptedException {
    try {
      TopicCreation.ensure(broker);
      choices.open(load(Topics.JOURNAL_SETTINGS).rows());
      Loaded<PageScanned> pages = load(Topics.JOURNAL_PAGES);
      journal.open(pages.rows(), pages.written(), load(Topics.JOURNAL_ENTRIES).rows());
    } catch (RuntimeException e) {
      LOG.warnf("cannot open the journal yet: %s", e.getMessage());
      Thread.sleep(PAUSE);
    }
  }

  /// What a topic holds, in the order in which it was written, and when that was.
  private record Loaded<E>(Map<String, E> rows, Map<String, Instant> written) {
    void change(String key, Optional<E> event, Instant when) {
      event.ifPresentOrElse(present -> rows.put(key, present), () -> rows.remove(key));
      event.ifPresentOrElse(_ -> written.put(key, when), () -> written.remove(key));
    }
  }

  private <E extends Event> Loaded<E> load(Topic<E> topic) throws InterruptedException {
    Loaded<E> loaded = new Loaded<>(new LinkedHashMap<>(), new HashMap<>());
    String name = "ocr-service-" + topic.name();
    try (TopicTable<E> table = new TopicTable<>(broker, name, topic, loaded::change)) {
      table.load(LOADING_PATIENCE);
    }
    return loaded;
  }
}
