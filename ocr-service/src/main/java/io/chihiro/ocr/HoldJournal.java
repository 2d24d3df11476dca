package io.chihiro.ocr;

import io.chihiro.door.HeldFolder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Sees to it that one copy of this service works with the journal: it alone writes the pages and
/// the entries and has all of them in memory. A second copy on the same home stands by, its door
/// closed, and takes over when the first ends.
@Singleton
public final class HoldJournal {
  private final HeldFolder folder;

  public HoldJournal(OcrSettings settings) {
    folder =
        new HeldFolder(
            settings.home().resolve("ocr"), String.valueOf(ProcessHandle.current().pid()));
  }

  void take(@Observes @Priority(HeldFolder.BEFORE_WORK) StartupEvent event)
      throws InterruptedException {
    folder.standBy();
  }

  @PreDestroy
  void giveBack() {
    folder.close();
  }
}
