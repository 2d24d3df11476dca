package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.DeadLetters;
import io.chihiro.events.DeadLetters.Letter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Rejected;
import io.chihiro.events.RejectedHandled;
import io.chihiro.events.RejectedHandled.Outcome;
import io.chihiro.events.ReplayRejected;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.events.UserRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Rejected records on a real broker: listed, put back, marked.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RejectedAgainIT {
  private static final String POISON = "poison";

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaEventWriter writer;
  private final List<String> files = new ArrayList<>();

  @BeforeEach
  void open() {
    broker = EmbeddedBroker.startAnywhere(folder);
    TopicCreation.ensure(broker.bootstrapServers());
    writer = new KafkaEventWriter(broker.bootstrapServers(), "test");
  }

  @AfterEach
  void close() {
    writer.close();
    broker.close();
  }

  // The broker forgets a deletion after a day: of what is forgotten nothing lies there at all.
  @Test
  void itsBytesGoBackWhereTheyLieStill() {
    onTopic("owner/same", POISON);
    onTopic("owner/newer", POISON);
    onTopic("owner/newer", "healed");
    onTopic("owner/deleted", POISON);
    writer.delete(Topics.PLAYS, "owner/deleted");
    for (String key : List.of("owner/same", "owner/newer", "owner/deleted", "owner/forgotten")) {
      reject(key);
    }
    writer.write(Topics.OCR_REJECTED, "owner/a.heic", Rejected.file("a.heic", "It is broken."));
    writer.flush();

    Map<String, String> left = replay().replay("owner", ids("owner"));

    assertEquals(
        List.of("owner/deleted", "owner/forgotten", "owner/newer"),
        letters("owner").stream()
            .filter(letter -> left.containsKey(letter.id().toString()))
            .map(Letter::key)
            .sorted()
            .toList());
    assertTrue(left.values().stream().allMatch(why -> why.contains("newer")), left.toString());
    assertEquals(
        List.of(
            "owner/deleted poison",
            "owner/deleted -",
            "owner/newer poison",
            "owner/newer healed",
            "owner/same poison",
            "owner/same poison"),
        onTopic("owner"));
    assertEquals(List.of("owner a.heic"), files);
  }

  @Test
  void nobodyReachesWhatIsAnothers() {
    reject("other/play");
    writer.flush();

    Map<String, String> left = replay().replay("owner", ids("other"));

    assertEquals(List.copyOf(ids("other")), List.copyOf(left.keySet()));
    assertEquals(List.of(), onTopic("other"));
    assertEquals(List.of(), letters("owner"));
  }

  @Test
  void whatSomebodyHasSeenToIsListedNoMoreAndTheNewestIsFirst() throws InterruptedException {
    for (String key : List.of("owner/first", "owner/second", "owner/third")) {
      reject(key);
      writer.flush();
      Thread.sleep(5);
    }
    assertEquals(List.of("owner/third", "owner/second", "owner/first"), keys());

    Letter second = letters("owner").get(1);
    var mark =
        new RejectedHandled("owner", second.id().toString(), Outcome.PUT_AWAY, Instant.now());
    writer.write(Topics.REJECTED_HANDLED, mark.key(), mark);
    writer.flush();

    assertEquals(List.of("owner/third", "owner/first"), keys());
    assertEquals(POISON.length(), second.bytes());
    assertEquals("broken JSON", second.reason());
  }

  private List<String> keys() {
    return letters("owner").stream().map(Letter::key).toList();
  }

  private List<String> ids(String user) {
    return letters(user).stream().map(letter -> letter.id().toString()).toList();
  }

  private List<Letter> letters(String user) {
    return new DeadLetters(broker.bootstrapServers(), "test").of(user).waiting();
  }

  private ReplayRejected replay() {
    return new ReplayRejected(
        broker.bootstrapServers(),
        "test-replay",
        writer,
        List.of(Topics.PLAYS),
        Map.of(
            "bucket",
            (user, rejected) -> {
              files.add(user + " " + rejected.key());
              return Optional.empty();
            }));
  }

  private void reject(String key) {
    writer.write(
        Topics.INGEST_REJECTED,
        key,
        Rejected.record(Topics.PLAYS, key, "broken JSON", POISON.getBytes(StandardCharsets.UTF_8)));
  }

  private void onTopic(String key, String value) {
    writer.writeAgain(Topics.PLAYS, key, value.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> onTopic(String user) {
    List<String> lines = new ArrayList<>();
    new UserRecords(broker.bootstrapServers(), "test", List.of(Topics.PLAYS))
        .each(
            user,
            message ->
                lines.add(
                    message.key()
                        + " "
                        + Optional.ofNullable(message.value())
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .orElse("-")));
    return lines.stream().sorted(Comparator.comparing(RejectedAgainIT::key)).toList();
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(' '));
  }
}
