package io.chihiro.local.backup;

import io.chihiro.events.BrokerConnection;
import io.chihiro.events.Limits;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Writes the records of a backup onto the topics of an empty broker, in their order.
final class TopicLoad implements AutoCloseable {
  private static final int MOST_BYTES = Limits.RECORD_BYTES + 1024 * 1024;
  private static final int WAITING_BYTES = 2 * MOST_BYTES;
  private static final int BATCH_BYTES = 128 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /// Connects to a broker.
  TopicLoad(String broker) {
    Map<String, Object> config = BrokerConnection.to(broker);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "restore");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) WAITING_BYTES);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /// Writes all records of a topic; they are safe when this returns.
  ///
  /// @return how many
  long load(String topic, InputStream records) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(records));
    long count = 0;
    for (Optional<StoredRecord> next = StoredRecord.read(in);
        next.isPresent();
        next = StoredRecord.read(in)) {
      var _ = producer.send(next.get().on(topic), (_, problem) -> note(problem));
      count++;
    }
    producer.flush();
    Exception broken = failure.get();
    if (broken != null) {
      throw new IOException("The records of " + topic + " cannot be written.", broken);
    }
    return count;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void note(@Nullable Exception problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    }
  }
}
