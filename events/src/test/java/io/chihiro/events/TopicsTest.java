package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Topic.Cleanup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final short ONE_REPLICA = 1;

  @Test
  void noTwoTopicsHaveOneName() {
    List<String> names = Topics.ALL.stream().map(Topic::name).toList();

    assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
  }

  @Test
  void aPlayOfLastYearIsNeverForgotten() {
    for (Topic<?> topic : Topics.ALL) {
      if (topic.cleanup() == Cleanup.COMPACT) {
        Map<String, String> config = config(topic);
        assertEquals("compact", config.get(TopicConfig.CLEANUP_POLICY_CONFIG), topic.name());
        assertEquals("-1", config.get(TopicConfig.RETENTION_MS_CONFIG), topic.name());
      }
    }
  }

  @Test
  void whatWasRejectedIsKeptForThirtyDaysFromThenOn() {
    Map<String, String> config = config(Topics.OCR_REJECTED);

    assertEquals("delete", config.get(TopicConfig.CLEANUP_POLICY_CONFIG));
    assertEquals("2592000000", config.get(TopicConfig.RETENTION_MS_CONFIG));
    assertEquals("LogAppendTime", config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
  }

  @Test
  void onlyWhatIsRejectedMayBeForgotten() {
    Set<Class<?>> forgotten = new HashSet<>();
    Topics.ALL.stream()
        .filter(topic -> topic.cleanup() == Cleanup.DELETE)
        .forEach(topic -> forgotten.add(topic.type()));

    assertEquals(Set.of(Rejected.class), forgotten);
  }

  @Test
  void everyTopicIsAskedForWithItsOwnNameAndPartitions() {
    for (Topic<?> topic : Topics.ALL) {
      var definition = topic.definition(Topics.PARTITIONS, ONE_REPLICA);
      assertEquals(topic.name(), definition.name());
      assertEquals(Topics.PARTITIONS, definition.numPartitions());
    }
  }

  private static Map<String, String> config(Topic<?> topic) {
    return topic.definition(Topics.PARTITIONS, ONE_REPLICA).configs();
  }
}
