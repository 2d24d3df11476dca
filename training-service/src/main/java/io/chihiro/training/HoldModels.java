package io.chihiro.training;

import io.chihiro.door.HeldFolder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Sees to it that one copy of this service trains and writes what is announced of models. A second
/// copy on the same home stands by, its door closed, takes over when the first ends, and goes on
/// with a training that was under way.
@Singleton
public final class HoldModels {
  private final HeldFolder folder;

  public HoldModels(TrainingSettings settings) {
    folder =
        new HeldFolder(settings.training().folder(), String.valueOf(ProcessHandle.current().pid()));
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
