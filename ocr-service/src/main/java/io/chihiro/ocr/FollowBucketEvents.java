package io.chihiro.ocr;

import io.chihiro.events.BrokerConnection;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.BucketEvent;
import io.chihiro.ocr.bucket.S3Bucket;
import io.chihiro.ocr.bucket.S3Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/// Hears from the S3 server what has come: `bucket notifications → JOURNAL_PAGES, JOURNAL_ENTRIES`.
///
/// This only makes things quicker: what is not heard of is found when the bucket is listed, and so
/// is what went. Off unless a topic is named.
@Singleton
public final class FollowBucketEvents {
  private static final Logger LOG = Logger.getLogger(FollowBucketEvents.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Journal journal;
  private final Bucket bucket;
  private final Arrivals arrivals;
  private final S3Settings s3;
  private final String broker;
  private final Thread thread =
      Thread.ofVirtual().name("follow-bucket-events").unstarted(this::run);

  public FollowBucketEvents(
      Journal journal, Bucket bucket, Arrivals arrivals, S3Settings s3, OcrSettings settings) {
    this.journal = journal;
    this.bucket = bucket;
    this.arrivals = arrivals;
    this.s3 = s3;
    this.broker = settings.broker();
  }

  void start(@Observes StartupEvent event) {
    if (bucket instanceof S3Bucket && s3.eventsTopic().isPresent()) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE);
  }

  private void run() {
    try {
      while (!journal.awaitOpen(PATIENCE)) {
        LOG.debug("waits for the journal to be opened");
      }
      while (!Thread.currentThread().isInterrupted()) {
        tryToFollow();
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("stops following the bucket's events");
    }
  }

  private void tryToFollow() throws InterruptedException {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      consumer.subscribe(s3.eventsTopic().stream().toList());
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(PATIENCE).forEach(this::hear);
        consumer.commitSync();
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException | JournalUnavailableException e) {
      LOG.warnf("cannot follow the bucket's events just now: %s", e.getClass().getSimpleName());
      Thread.sleep(PATIENCE);
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return;
    }
    try {
      List<BucketEvent> events = BucketEvent.of(message.value());
      events.stream().filter(BucketEvent::created).forEach(this::arrive);
    } catch (IOException e) {
      LOG.warnf("message %d about the bucket: %s", message.offset(), e.getMessage());
    }
  }

  private void arrive(BucketEvent event) {
    boolean here = s3.bucket().filter(event.bucket()::equals).isPresent();
    if (here && bucket instanceof S3Bucket own && own.isOwn(event.key())) {
      arrivals.announced(own.place(event.key()));
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> config = BrokerConnection.to(broker);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, "ocr-service-bucket-events");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
