package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.Topics;
import io.chihiro.ingest.history.Listener;
import io.chihiro.ingest.listening.LocalDays;
import io.chihiro.ingest.listening.PlayRules;
import io.chihiro.metrics.RunningMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/// What the steps are made of, wired once.
@ApplicationScoped
public class IngestBeans {
  @Produces
  @Singleton
  KafkaEventWriter writer(IngestSettings settings, MeterRegistry meters) {
    TopicCreation.ensure(settings.broker());
    KafkaEventWriter writer = new KafkaEventWriter(settings.broker(), "ingest-service");
    new KafkaClientMetrics(writer.producer()).bindTo(meters);
    return writer;
  }

  void close(@Disposes KafkaEventWriter writer) {
    writer.close();
  }

  @Produces
  @Singleton
  TopicOffsets offsets(IngestSettings settings) {
    return new TopicOffsets(settings.broker());
  }

  void close(@Disposes TopicOffsets offsets) {
    offsets.close();
  }

  @Produces
  @Singleton
  PlayRules rules(IngestSettings settings) {
    return new PlayRules(
        LocalDays.parse(settings.zones().orElseGet(() -> ZoneId.systemDefault().getId())),
        settings.ingest().shortestPlay(),
        settings.ingest().playsPerDay());
  }

  @Produces
  @Singleton
  Listeners listeners(PlayRules rules) {
    return user -> new Listener(user, rules.days()::instant);
  }

  @Produces
  @Singleton
  TouchedDays touchedDays() {
    return new TouchedDays();
  }

  @Produces
  @Singleton
  PastedWords pastedWords() {
    return new PastedWords();
  }

  @Produces
  @Singleton
  ImportLedger ledger(IngestSettings settings) {
    return new ImportLedger(settings.home().resolve("ingest").resolve("imports"));
  }

  @Produces
  @Singleton
  SongImportLedger songLedger(IngestSettings settings) {
    return new SongImportLedger(settings.home().resolve("ingest").resolve("catalogues"));
  }

  @Produces
  @Singleton
  RejectedRecords rejected(KafkaEventWriter writer, MeterRegistry meters) {
    EventWriter sink = writer;
    MomentsTopology.INPUTS.forEach(topic -> RunningMetric.REJECTED.counter(meters, topic.name()));
    return (key, rejected) -> {
      RunningMetric.REJECTED.counter(meters, rejected.topic()).increment();
      sink.write(Topics.INGEST_REJECTED, key, rejected);
    };
  }
}
