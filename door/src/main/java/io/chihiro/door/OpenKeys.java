package io.chihiro.door;

import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import io.chihiro.keys.ProcessSeal;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Opens the keys before a service reads or writes anything; without them it does not start.
@ApplicationScoped
public class OpenKeys {
  private static final int BEFORE_EVERYTHING = 1;

  @Produces
  @Singleton
  KeyRing keys(KeySettings settings) {
    return KeyPlaces.in(
            settings.home(), settings.keysFolder(), settings.keyFile(), settings.keyUri())
        .open();
  }

  void install(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event, KeyRing keys) {
    ProcessSeal.install(keys);
  }
}
