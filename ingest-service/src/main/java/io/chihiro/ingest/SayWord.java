package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// `what the owner says → its topic`, and back only when the topology has heard it, so that whoever
/// asks next sees it.
@ApplicationScoped
public class SayWord {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaEventWriter writer;
  private final RunTopology topology;

  public SayWord(KafkaEventWriter writer, RunTopology topology) {
    this.writer = writer;
    this.topology = topology;
  }

  <E extends Event> void say(Topic<E> topic, String key, E word) throws InterruptedException {
    byte[] bytes = Wire.write(key, word);
    writer.write(topic, key, word);
    writer.flush();
    awaitHeard(OwnersWords.key(topic, key), Optional.of(bytes));
  }

  void unsay(Topic<?> topic, String key) throws InterruptedException {
    writer.delete(topic, key);
    writer.flush();
    awaitHeard(OwnersWords.key(topic, key), Optional.empty());
  }

  // A topology that is busy with an import hears it later; nothing is lost by not waiting longer.
  private void awaitHeard(String key, Optional<byte[]> word) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ReadOnlyKeyValueStore<String, byte[]> said = topology.store(DayStores.SAID, Keys.user(key));
    while (!same(Optional.ofNullable(said.get(key)), word) && System.nanoTime() < end) {
      Thread.sleep(PAUSE);
    }
  }

  private static boolean same(Optional<byte[]> there, Optional<byte[]> word) {
    return there.isPresent() == word.isPresent()
        && there.map(bytes -> Arrays.equals(bytes, word.orElseThrow())).orElse(true);
  }
}
