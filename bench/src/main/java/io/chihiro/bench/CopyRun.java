package io.chihiro.bench;

import io.chihiro.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The least that exactly-once can do: reads every play and writes one small record for it, in
/// transactions as long and with settings as large as the topology's. No state, no JSON.
final class CopyRun {
  private static final String GROUP = "bench-copy";
  private static final String COPIES = "bench-copies";
  private static final Duration TRANSACTION = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final byte[] SMALL = new byte[40];

  private CopyRun() {}

  static double playsPerSecond(String broker, int plays) throws InterruptedException {
    createTopic(broker);
    Thread copying = Thread.ofPlatform().name("copy").unstarted(() -> copy(broker, plays));
    try (var progress = new GroupProgress(broker, GROUP, Topics.PLAYS)) {
      copying.start();
      return progress.recordsPerSecond(plays);
    } finally {
      copying.join();
    }
  }

  private static void createTopic(String broker) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
      var _ = admin.createTopics(List.of(new NewTopic(COPIES, 4, (short) 1))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic " + COPIES + " cannot be created", e);
    }
  }

  private static void copy(String broker, int plays) {
    try (Consumer<String, byte[]> consumer = consumer(broker);
        Producer<String, byte[]> producer = producer(broker)) {
      consumer.subscribe(List.of(Topics.PLAYS.name()));
      producer.initTransactions();
      for (int copied = 0; copied < plays; ) {
        copied += copyForOneTransaction(consumer, producer, plays - copied);
      }
    }
  }

  private static int copyForOneTransaction(
      Consumer<String, byte[]> consumer, Producer<String, byte[]> producer, int left) {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    int copied = 0;
    producer.beginTransaction();
    Stopwatch watch = Stopwatch.begin();
    while (copied < left && watch.milliseconds() < TRANSACTION.toMillis()) {
      ConsumerRecords<String, byte[]> plays = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> play : plays) {
        var _ = producer.send(new ProducerRecord<>(COPIES, play.key(), SMALL));
      }
      reached.putAll(plays.nextOffsets());
      copied += plays.count();
    }
    producer.sendOffsetsToTransaction(reached, consumer.groupMetadata());
    producer.commitTransaction();
    return copied;
  }

  private static Consumer<String, byte[]> consumer(String broker) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.GROUP_ID_CONFIG,
            GROUP,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            2000,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Producer<String, byte[]> producer(String broker) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            GROUP,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "zstd",
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
