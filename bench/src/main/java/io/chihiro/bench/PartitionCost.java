package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What one more partition costs the broker.
///
/// @param system whose broker gets them
record PartitionCost(LocalSystem system) {
  private static final String TOPIC = "spare";
  private static final int PARTITIONS = 1_000;
  private static final short REPLICAS = 1;
  private static final int RECORD_BYTES = 100;
  private static final double KIB_PER_MIB = 1024;

  List<Row> rows() throws IOException, InterruptedException {
    long residentBefore = system.residentMebibytes("broker");
    long filesBefore = openFiles();
    create();
    writeToEach();
    double resident = (system.residentMebibytes("broker") - residentBefore) * KIB_PER_MIB;
    double files = openFiles() - filesBefore;
    return List.of(
        Row.of(Benchmarks.GROWTH, "broker: a partition", "KiB", resident / PARTITIONS),
        Row.of(Benchmarks.GROWTH, "the same, open files", "files", files / PARTITIONS));
  }

  private void create() throws InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()))) {
      var _ = admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, REPLICAS))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker makes no partitions: " + e.getCause(), e);
    }
  }

  // An empty partition has no files open yet.
  private void writeToEach() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers(),
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        var _ = producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[RECORD_BYTES]));
      }
      producer.flush();
    }
  }

  private long openFiles() throws IOException {
    long pid = system.process("broker").orElseThrow().pid();
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.count();
    }
  }
}
