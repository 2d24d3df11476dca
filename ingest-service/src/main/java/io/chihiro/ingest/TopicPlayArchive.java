package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.UserRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Asks the topic itself: reads the keys of the user's partition from end to end.
final class TopicPlayArchive implements PlayArchive {
  /// The header that names the import a record came with.
  static final String IMPORT_HEADER = "import";

  private final String broker;

  TopicPlayArchive(String broker) {
    this.broker = broker;
  }

  @Override
  public PlayIds notFrom(String user, String importId, Topic<?> topic) {
    PlayIds ids = new PlayIds();
    new UserRecords(broker, "ingest-known-" + topic.name(), List.of(topic))
        .each(user, message -> note(ids, message, importId));
    return ids;
  }

  private static void note(PlayIds ids, ConsumerRecord<String, byte[]> message, String importId) {
    String id = Keys.rest(message.key());
    if (message.value() == null || importId.equals(importOf(message))) {
      ids.remove(id);
      return;
    }
    ids.add(id);
  }

  private static String importOf(ConsumerRecord<String, byte[]> message) {
    Header header = message.headers().lastHeader(IMPORT_HEADER);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
