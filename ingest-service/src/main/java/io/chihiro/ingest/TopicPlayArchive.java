package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import io.chihiro.events.UserRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Asks the topic itself: reads the keys of the user's partition from end to end.
final class TopicPlayArchive implements PlayArchive {
  /// The header that names the import a play came with.
  static final String IMPORT_HEADER = "import";

  private final UserRecords records;

  TopicPlayArchive(String broker) {
    this.records = new UserRecords(broker, "ingest-known-plays", List.of(Topics.PLAYS));
  }

  @Override
  public PlayIds playsNotFrom(String user, String importId) {
    PlayIds plays = new PlayIds();
    records.each(user, message -> note(plays, message, importId));
    return plays;
  }

  private static void note(PlayIds plays, ConsumerRecord<String, byte[]> message, String importId) {
    String play = Keys.rest(message.key());
    if (message.value() == null || importId.equals(importOf(message))) {
      plays.remove(play);
      return;
    }
    plays.add(play);
  }

  private static String importOf(ConsumerRecord<String, byte[]> message) {
    Header header = message.headers().lastHeader(IMPORT_HEADER);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
