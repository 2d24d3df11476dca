package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Since;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/// A moment tells since when that is known which made it new.
class FreshnessTest extends DrivenTopology {
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void theDayOfAPhotoTellsWhenThePhotoWasSeen() {
    write(SEEN);

    Headers told = last().headers();
    assertEquals(Optional.of(SEEN), Since.PHOTO.of(told));
    assertEquals(Optional.empty(), Since.PLAY.of(told));
  }

  @Test
  void aDayThatPlaysChangedTellsWhenTheFirstOfThemCame() {
    write(SEEN);
    var _ = last();
    thrice(SEA, NOON);

    Headers told = last().headers();
    assertEquals(Optional.empty(), Since.PHOTO.of(told));
    Instant first = Since.PLAY.of(told).orElseThrow();
    assertTrue(Duration.between(first, Instant.now()).toMinutes() < 5, first.toString());
  }

  private void write(Instant seen) {
    EntryRead event =
        entry("e1", "2024-03-05", "A day at the sea.", Status.CONFIRMED, Optional.empty());
    var headers = new RecordHeaders();
    Since.PHOTO
        .at(seen)
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    entries.pipeInput(
        new TestRecord<>(event.key(), Wire.write(event.key(), event), headers, Instant.now()));
  }

  private TestRecord<String, byte[]> last() {
    for (int round = 0; round < 3; round++) {
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }
    List<TestRecord<String, byte[]>> sent = moments.readRecordsToList();
    return sent.getLast();
  }
}
