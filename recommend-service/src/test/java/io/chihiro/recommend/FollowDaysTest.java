package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.vectors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Rejected;
import io.chihiro.events.Since;
import io.chihiro.keys.KeyRing;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.index.DayChange;
import io.chihiro.recommend.index.DayChange.Half;
import io.chihiro.recommend.index.InMemoryDays;
import io.chihiro.shape.SealedProcess;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class FollowDaysTest {
  private static final String NO_BROKER = "127.0.0.1:1";

  private final InMemoryDays store = new InMemoryDays();
  private final HotLives lives = new HotLives(store, 10);
  private final List<Rejected> rejected = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final FollowDays follow =
      new FollowDays(NO_BROKER, store, lives, (_, record) -> rejected.add(record), this::shown);

  @AfterEach
  void close() {
    follow.close();
  }

  @Test
  void aBatchIsKeptWithThePositionToReadOnFrom() {
    follow.handle(
        List.of(
            message(moment("owner", DAY, "A day."), 6),
            message(vectors("owner", DAY, "A day."), 9)));

    assertEquals(1, store.moments("owner").size());
    assertEquals(1, store.vectors("owner", SentenceEncoder.VERSION).size());
    assertEquals(Map.of("moments-0", 7L, "vectors-0", 10L), store.positions());
  }

  @Test
  void aLifeInMemoryIsKeptFresh() {
    assertEquals(0, days());
    follow.handle(
        List.of(
            message(moment("owner", DAY, "A day."), 0),
            message(vectors("owner", DAY, "A day."), 0)));

    assertEquals(1, days());
  }

  @Test
  @ExtendWith(SealedProcess.class)
  void aDayWhoseUsersKeyIsGoneIsTakenBackAndNotPutAside(KeyRing keys) {
    var day = message(moment("owner", DAY, "A day."), 0);
    follow.handle(List.of(day));
    assertEquals(1, store.moments("owner").size());
    keys.destroy("owner");
    follow.handle(List.of(day, message(moment("ben", DAY, "Ben's day."), 1)));

    assertEquals(List.of(), store.moments("owner"));
    assertEquals(1, store.moments("ben").size());
    assertEquals(List.of(), rejected);
  }

  @Test
  void aRecordThatCannotBeReadGoesAsideAndTheBatchGoesOn() {
    byte[] poison = "{\"text\": \"the day I wept\"".getBytes(StandardCharsets.UTF_8);
    follow.handle(
        List.of(
            new ConsumerRecord<>("moments", 0, 0, "owner/2024-03-04", poison),
            message(moment("owner", DAY, "A day."), 1)));

    assertEquals("owner/2024-03-04", rejected.getFirst().key());
    assertFalse(rejected.getFirst().reason().contains("wept"), rejected.getFirst().reason());
    assertEquals(1, store.moments("owner").size());
    assertEquals(Map.of("moments-0", 2L), store.positions());
  }

  @Test
  void aKeyWithoutADayDoesNotStopEveryAnswer() {
    byte[] day = moment("owner", DAY, "A day.").bytes().orElseThrow();
    follow.handle(
        List.of(
            new ConsumerRecord<>("moments", 0, 0, "owner/someday", day),
            new ConsumerRecord<>("moments", 0, 1, "owner/someday", null),
            message(moment("owner", DAY, "A day."), 2)));

    assertEquals(2, rejected.size());
    assertEquals("its key names no day", rejected.getFirst().reason());
    assertEquals(1, lives.of("owner").moments().size());
  }

  @Test
  void aStoreThatWasFlushedHasLostSomething() {
    follow.handle(List.of(message(moment("owner", DAY, "A day."), 0)));
    assertFalse(FollowDays.hasLost(follow.noted(), store.positions()));

    store.flush();
    assertTrue(FollowDays.hasLost(follow.noted(), store.positions()));
  }

  @Test
  void aStoreThatLostItsLastSecondHasLostSomething() {
    follow.handle(List.of(message(moment("owner", DAY, "A day."), 8)));

    assertTrue(FollowDays.hasLost(follow.noted(), Map.of("moments-0", 8L)));
    assertFalse(FollowDays.hasLost(follow.noted(), Map.of("moments-0", 9L)));
  }

  @Test
  void howLongItTookIsToldOnceItCanBeAskedFor() {
    follow.handle(
        List.of(
            with(Since.PLAY, message(moment("owner", DAY, "A day."), 0)),
            with(Since.PHOTO, message(vectors("owner", DAY, "A day."), 0)),
            message(vectors("owner", DAY, "A day."), 1)));

    assertEquals(List.of("PLAY 2026-11-22T10:00:00Z", "PHOTO 2026-11-22T10:00:00Z"), told);
  }

  @Test
  void aPhotoCanBeAskedForOnlyWithItsVectors() {
    follow.handle(List.of(with(Since.PHOTO, message(moment("owner", DAY, "A day."), 0))));

    assertEquals(List.of(), told);
  }

  private void shown(Since what, Instant since) {
    told.add(what + " " + since);
  }

  private static ConsumerRecord<String, byte[]> with(
      Since what, ConsumerRecord<String, byte[]> message) {
    what.at(Instant.parse("2026-11-22T10:00:00Z"))
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return message;
  }

  private int days() {
    lives.hold("owner", SentenceEncoder.VERSION);
    return lives.of("owner").days(SentenceEncoder.VERSION).known().days();
  }

  private static ConsumerRecord<String, byte[]> message(DayChange change, long offset) {
    String topic = change.half() == Half.MOMENT ? "moments" : "vectors";
    return new ConsumerRecord<>(topic, 0, offset, change.key(), change.bytes().orElseThrow());
  }
}
