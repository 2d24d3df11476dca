package io.chihiro.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes events to Kafka: idempotent producer, all replicas, partition by user. Thread-safe: who
/// flushes is told of what the same thread has written, and of nobody else's.
public final class KafkaEventWriter implements EventWriter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaEventWriter.class);

  private final Producer<String, byte[]> producer;

  /// What went wrong last, by the thread that wrote: of several, one would otherwise hear of
  /// another's loss, and that one of none.
  private final Map<Long, Exception> failures = new ConcurrentHashMap<>();

  /// Connects when the first record is written.
  ///
  /// @param bootstrapServers `host:port`
  /// @param name shown in the broker's metrics and logs
  public KafkaEventWriter(String bootstrapServers, String name) {
    this(producer(bootstrapServers, name));
  }

  KafkaEventWriter(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  private static Producer<String, byte[]> producer(String bootstrapServers, String name) {
    Map<String, Object> config = BrokerConnection.to(bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
    config.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, UserPartitioner.class.getName());
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public <E extends Event> void write(
      Topic<E> topic, String key, E event, Map<String, String> headers) {
    List<Header> all = beside(headers);
    BatchTraces.header(key).ifPresent(all::add);
    send(new ProducerRecord<>(topic.name(), null, key, Wire.write(key, event), all));
  }

  @Override
  public void delete(Topic<?> topic, String key, Map<String, String> headers) {
    send(new ProducerRecord<>(topic.name(), null, key, null, beside(headers)));
  }

  private static List<Header> beside(Map<String, String> headers) {
    List<Header> all = new ArrayList<>();
    headers.forEach(
        (name, value) -> all.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    return all;
  }

  /// Writes bytes that were on the topic before, as they were: for a record that was rejected.
  public void writeAgain(Topic<?> topic, String key, byte[] bytes) {
    send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  @Override
  public void flush() {
    producer.flush();
    Exception broken = failures.remove(Thread.currentThread().threadId());
    if (broken != null) {
      throw new IllegalStateException("cannot write to the broker: " + broken.getMessage(), broken);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(ProducerRecord<String, byte[]> message) {
    long thread = Thread.currentThread().threadId();
    // The callback, on the producer's thread, keeps what goes wrong until this one's next flush.
    var _ =
        producer.send(
            message,
            (_, exception) -> {
              if (exception != null) {
                note(message.topic(), thread, exception);
              }
            });
  }

  private void note(String topic, long thread, Exception exception) {
    if (failures.put(thread, exception) == null) {
      // Whoever never flushes would not hear of it.
      LOG.warn("records for {} were not written: {}", topic, exception.getClass().getSimpleName());
    }
  }

  /// The producer itself, for its metrics.
  public Producer<?, ?> producer() {
    return producer;
  }
}
