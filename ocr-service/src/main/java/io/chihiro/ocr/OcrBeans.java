package io.chihiro.ocr;

import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

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
  Journal journal(EventWriter events) {
    return new Journal(events);
  }

  @Produces
  @Singleton
  EntryChecks checks(InstantSource clock, OcrSettings settings) {
    return new EntryChecks(clock, settings.limits().entryCharacters());
  }
}
