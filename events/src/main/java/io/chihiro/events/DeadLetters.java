package io.chihiro.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What of a user's lies on the dead-letter topics of all services and nobody has seen to.
///
/// Read when it is asked for: these topics are short, and a second copy could fall out of step.
public final class DeadLetters {
  private static final String UNREADABLE = "unknown";

  /// A mark may outlive what it marks by so much before it is forgotten.
  private static final Duration MARK_LASTS = Duration.ofDays(31);

  private static final int BYTES_OF_BASE64 = 3;
  private static final int SIGNS_OF_BASE64 = 4;

  private final UserRecords records;

  /// Nothing is asked before [#of].
  ///
  /// @param broker `host:port`
  public DeadLetters(String broker, String name) {
    this(
        new UserRecords(
            broker,
            name,
            Stream.concat(Topics.REJECTED.stream(), Stream.of(Topics.REJECTED_HANDLED)).toList()));
  }

  DeadLetters(UserRecords records) {
    this.records = records;
  }

  /// One record that waits for somebody, without its content.
  ///
  /// @param id by which it is named
  /// @param from the topic it came from; `bucket` or `upload` for a file
  /// @param key its key there, or the file's place or name
  /// @param reason a sentence that names what is wrong
  /// @param at when it was put aside
  /// @param bytes how large it is; 0 for a file
  /// @param content tells contents apart, because two services may have put aside the same record:
  ///     the SHA-256 of its bytes in Base64, or its id if it cannot be read
  public record Letter(
      RejectedId id,
      String from,
      String key,
      String reason,
      Instant at,
      long bytes,
      String content) {
    /// Which record it is, whoever put it aside and however often.
    public String record() {
      return String.join("\n", from, key, content);
    }
  }

  /// What waits, and what may be forgotten.
  ///
  /// @param waiting the newest first
  /// @param oldMarks keys on [Topics#REJECTED_HANDLED] whose records are long gone
  public record Found(List<Letter> waiting, List<String> oldMarks) {}

  /// Reads all of a user's.
  public Found of(String user) {
    Map<String, Letter> lying = new HashMap<>();
    Map<String, Instant> marks = new HashMap<>();
    records.each(user, message -> take(message, lying, marks));
    List<String> old =
        marks.entrySet().stream()
            .filter(mark -> !lying.containsKey(Keys.rest(mark.getKey())))
            .filter(mark -> mark.getValue().isBefore(Instant.now().minus(MARK_LASTS)))
            .map(Map.Entry::getKey)
            .toList();
    marks.keySet().forEach(mark -> lying.remove(Keys.rest(mark)));
    return new Found(newestFirst(lying), old);
  }

  private static List<Letter> newestFirst(Map<String, Letter> lying) {
    List<Letter> all = new ArrayList<>(lying.values());
    all.sort(
        Collections.reverseOrder(
            Comparator.comparing(Letter::at)
                .thenComparingLong(each -> each.id().offset())
                .thenComparing(each -> each.id().toString())));
    return all;
  }

  private static void take(
      ConsumerRecord<String, byte[]> message,
      Map<String, Letter> lying,
      Map<String, Instant> marks) {
    if (message.topic().equals(Topics.REJECTED_HANDLED.name())) {
      mark(message, marks);
      return;
    }
    Optional.ofNullable(message.value())
        .flatMap(bytes -> letter(message, bytes))
        .ifPresent(letter -> lying.put(letter.id().toString(), letter));
  }

  // Its key says all that counts here, so that a mark that cannot be read is a mark.
  private static void mark(ConsumerRecord<String, byte[]> message, Map<String, Instant> marks) {
    if (message.value() == null) {
      marks.remove(message.key());
      return;
    }
    marks.put(message.key(), Instant.ofEpochMilli(message.timestamp()));
  }

  /// What is said of a record; empty if its user's key was destroyed, which deleted it.
  private static Optional<Letter> letter(ConsumerRecord<String, byte[]> message, byte[] bytes) {
    RejectedId id = RejectedId.of(message);
    Instant at = Instant.ofEpochMilli(message.timestamp());
    try {
      return Wire.find(message.key(), bytes, Rejected.class).map(found -> letter(id, at, found));
    } catch (UnreadableRecordException e) {
      return Optional.of(
          new Letter(id, UNREADABLE, message.key(), e.problem(), at, 0, id.toString()));
    }
  }

  private static Letter letter(RejectedId id, Instant at, Rejected rejected) {
    return new Letter(
        id,
        rejected.topic(),
        rejected.key(),
        rejected.reason(),
        at,
        bytes(rejected.rawBase64()),
        TextHash.of(rejected.rawBase64()));
  }

  private static long bytes(String base64) {
    int signs = base64.endsWith("=") ? base64.indexOf('=') : base64.length();
    return (long) signs * BYTES_OF_BASE64 / SIGNS_OF_BASE64;
  }
}
