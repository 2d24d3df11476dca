package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/// Several threads write with one writer, as in a service that imports while it is called.
class KafkaEventWriterTest {
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  private final KafkaEventWriter writer = new KafkaEventWriter(producer);

  @Test
  void whoWroteWhatWasLostIsToldAndNobodyElse() {
    writer.delete(Topics.PLAYS, "owner/lost");
    assertTrue(producer.errorNext(new IllegalStateException("the disk is full")));

    assertDoesNotThrow(() -> CompletableFuture.runAsync(this::writeAndFlush).join());

    var told = assertThrows(IllegalStateException.class, writer::flush);
    assertTrue(String.valueOf(told.getMessage()).endsWith("the disk is full"), told.getMessage());
    assertDoesNotThrow(this::writeAndFlush, "once is enough");
  }

  @Test
  void theLossOfAThreadThatNeverFlushesIsNobodyElsesEither() {
    CompletableFuture.runAsync(() -> writer.delete(Topics.PLAYS, "owner/lost")).join();
    assertTrue(producer.errorNext(new IllegalStateException("the disk is full")));

    assertDoesNotThrow(this::writeAndFlush);
  }

  private void writeAndFlush() {
    writer.delete(Topics.PLAYS, "owner/kept");
    writer.flush();
  }
}
