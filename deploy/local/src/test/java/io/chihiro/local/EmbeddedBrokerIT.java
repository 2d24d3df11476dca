package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real brokers, each in a process of its own.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbeddedBrokerIT {
  private static final int RECORDS = 500;
  private static final Instant YEARS_AGO = Instant.parse("1999-01-02T03:04:05Z");
  private static final Instant YEARS_AHEAD = Instant.parse("2100-01-02T03:04:05Z");

  @Test
  void everyAcknowledgedRecordIsThereAfterTheProcessWasKilled(@TempDir Path folder)
      throws Exception {
    Ports ports = Ports.free();
    Process broker = startProcess(folder, ports);
    String servers = "127.0.0.1:" + ports.broker();
    awaitAnswer(ports, broker);
    TopicCreation.ensure(servers);
    write(servers, YEARS_AGO);
    broker.destroyForcibly().waitFor();

    Process again = startProcess(folder, ports);
    try {
      awaitAnswer(ports, again);
      write(servers, YEARS_AHEAD);
      assertEquals(2 * RECORDS, count(servers));
    } finally {
      again.destroyForcibly().waitFor();
    }
  }

  @Test
  void theSameFolderComesUpOnOtherPorts(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.startAnywhere(folder)) {
      TopicCreation.ensure(first.bootstrapServers());
      write(first.bootstrapServers(), YEARS_AGO);
    }
    try (EmbeddedBroker second = EmbeddedBroker.startAnywhere(folder)) {
      assertEquals(RECORDS, count(second.bootstrapServers()));
    }
  }

  private static Process startProcess(Path folder, Ports ports) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EmbeddedBroker.class.getName(),
            folder.toString(),
            Integer.toString(ports.broker()),
            Integer.toString(ports.controller()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.log").toFile())
        .start();
  }

  private static void awaitAnswer(Ports ports, Process broker) throws InterruptedException {
    while (!Ports.answers(ports.broker())) {
      if (broker.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the broker ended with " + broker.exitValue());
      }
    }
  }

  private static void write(String servers, Instant time) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", servers, "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int number = 0; number < RECORDS; number++) {
        sent.add(producer.send(play(time, number)));
      }
      for (Future<?> acknowledged : sent) {
        acknowledged.get();
      }
    }
  }

  private static ProducerRecord<String, String> play(Instant time, int number) {
    String key = time + "/" + number;
    return new ProducerRecord<>(Topics.PLAYS.name(), 0, time.toEpochMilli(), key, "a play");
  }

  private static int count(String servers) {
    TopicPartition partition = new TopicPartition(Topics.PLAYS.name(), 0);
    Map<String, Object> config = new HashMap<>(Map.of("bootstrap.servers", servers));
    config.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
      int count = 0;
      while (consumer.position(partition) < end) {
        count += consumer.poll(Duration.ofMillis(500)).count();
      }
      return count;
    }
  }
}
