package io.chihiro.local.backup;

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
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.CLIENT_ID_CONFIG,
                "restore",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                (long) WAITING_BYTES,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MOST_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
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
