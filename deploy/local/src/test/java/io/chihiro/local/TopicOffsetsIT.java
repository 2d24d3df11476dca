package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How far a group is, on a real broker whose topics have more partitions than we ask for.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TopicOffsetsIT {
  private static final int PARTITIONS = 2 * Topics.PARTITIONS;
  private static final int USERS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void everyPartitionCountsUntilTheGroupHasReadIt(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder);
        TopicOffsets offsets = new TopicOffsets(broker.bootstrapServers())) {
      TopicCreation.ensure(broker.bootstrapServers(), PARTITIONS);
      write(broker.bootstrapServers());

      assertEquals(PARTITIONS, offsets.ends(List.of(Topics.MOMENTS)).size());
      assertEquals(USERS, offsets.waiting("group", List.of(Topics.MOMENTS)));
      read(broker.bootstrapServers());
      assertEquals(0, offsets.waiting("group", List.of(Topics.MOMENTS)));
    }
  }

  private static void write(String servers) {
    try (KafkaEventWriter writer = new KafkaEventWriter(servers, "test")) {
      IntStream.range(0, USERS)
          .forEach(user -> writer.writeAgain(Topics.MOMENTS, "user" + user + "/day", new byte[1]));
      writer.flush();
    }
  }

  private static void read(String servers) throws InterruptedException {
    try (TopicFollower follower =
        TopicFollower.share(servers, "group", "group-1", List.of(Topics.MOMENTS), _ -> {})) {
      follower.start().awaitCaughtUp(PATIENCE);
      assertEquals(0, follower.waiting());
    }
  }
}
