package io.chihiro.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where a rejected record lies, which is what it is called: `ingest-service-2-17`.
///
/// @param service who put it aside
/// @param partition of the service's dead-letter topic
/// @param offset in that partition
public record RejectedId(String service, int partition, long offset) {
  private static final String SUFFIX = "-rejected";
  private static final Pattern WRITTEN = Pattern.compile("([a-z]+-service)-(\\d{1,4})-(\\d{1,18})");

  /// The name of a record that was read from a dead-letter topic.
  static RejectedId of(ConsumerRecord<?, ?> message) {
    return new RejectedId(service(message.topic()), message.partition(), message.offset());
  }

  /// The name of the record at a place of a dead-letter topic.
  public static String name(String topic, int partition, long offset) {
    return new RejectedId(service(topic), partition, offset).toString();
  }

  /// Reads a name; empty if it is none.
  public static Optional<RejectedId> parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RejectedId(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  /// The topic it lies on.
  public String topic() {
    return service + SUFFIX;
  }

  @Override
  public String toString() {
    return service + "-" + partition + "-" + offset;
  }

  private static String service(String topic) {
    return topic.substring(0, topic.length() - SUFFIX.length());
  }
}
