package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Moment;
import io.chihiro.events.Rejected;
import io.chihiro.events.Song;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentsTopologyTest {
  private static final Song SEA = new Song("Salt Water", "The Harbour Lights");
  private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

  private final TouchedDays touched = new TouchedDays();
  private final List<Rejected> rejected = new ArrayList<>();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> plays;
  private TestInputTopic<String, byte[]> entries;
  private TestOutputTopic<String, byte[]> moments;

  @BeforeEach
  void startAtUtc() {
    start("UTC", 3);
  }

  private void start(String zones, int playsPerDay) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "moments-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    var rules = new PlayRules(LocalDays.parse(zones), Duration.ofSeconds(30), playsPerDay);
    driver =
        new TopologyTestDriver(
            MomentsTopology.topology(rules, touched, (_, kept) -> rejected.add(kept), properties),
            properties);
    plays = input(Topics.PLAYS.name());
    entries = input(Topics.JOURNAL_ENTRIES.name());
    moments =
        driver.createOutputTopic(
            Topics.MOMENTS.name(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void threePlaysAndATextMakeAMoment() {
    play("1", SEA, NOON);
    play("2", SEA, NOON.plusSeconds(300));
    play("3", SEA, NOON.plusSeconds(600));
    write("a", "2024-03-05", "We swam until it was dark.");

    Moment moment = moment("owner/2024-03-05");

    assertEquals("We swam until it was dark.", moment.text());
    assertEquals(List.of(new Moment.SongPlays(SEA, 3, Optional.of("spotify:1"))), moment.songs());
  }

  @Test
  void twoPlaysAreNotEnoughForASong() {
    play("1", SEA, NOON);
    play("2", SEA, NOON.plusSeconds(300));
    write("a", "2024-03-05", "A day.");

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void theNumberOfPlaysIsASetting() {
    driver.close();
    start("UTC", 1);
    play("1", SEA, NOON);
    write("a", "2024-03-05", "A day.");

    assertEquals(1, moment("owner/2024-03-05").songs().size());
  }

  @Test
  void aDayWithoutTextIsNoMoment() {
    thrice(SEA, NOON);

    assertEquals(Map.of(), latest());
  }

  @Test
  void hearingOfTheSamePlayAgainChangesNothing() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    thrice(SEA, NOON);

    assertTrue(settled().isEmpty(), "nothing is sent again");
  }

  @Test
  void playsBelowThirtySecondsDoNotCount() {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 5; i++) {
      send(played("owner", "short" + i, SEA, NOON.plusSeconds(i), 29_999));
    }

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void aDeletedPlayIsTakenBack() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    plays.pipeInput("owner/p1", null);

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void aPlayThatBecameTooShortIsTakenBack() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    send(played("owner", "p1", SEA, NOON, 1000));

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void aCorrectedDateMovesTheMoment() {
    thrice(SEA, NOON);
    write("a", "2024-03-05", "A day.");
    assertEquals(3, playsOn("owner/2024-03-05"));

    write("a", "2024-03-06", "A day.");

    Map<String, Optional<Moment>> after = settled();
    assertTrue(after.containsKey("owner/2024-03-05"));
    assertEquals(Optional.empty(), after.get("owner/2024-03-05"), "the old day is taken back");
    assertEquals(
        Optional.of("A day."),
        after.getOrDefault("owner/2024-03-06", Optional.empty()).map(Moment::text));
  }

  @Test
  void aCorrectedTextChangesTheMoment() {
    write("a", "2024-03-05", "A dog.");
    assertEquals("A dog.", moment("owner/2024-03-05").text());

    write("a", "2024-03-05", "A day.");

    assertEquals("A day.", moment("owner/2024-03-05").text());
  }

  @Test
  void aDeletedEntryTakesItsMomentAlong() {
    write("a", "2024-03-05", "A day.");
    assertFalse(latest().isEmpty());

    entries.pipeInput("owner/a", null);

    Map<String, Optional<Moment>> after = settled();
    assertTrue(after.containsKey("owner/2024-03-05"));
    assertEquals(Optional.empty(), after.get("owner/2024-03-05"));
  }

  @Test
  void aPrivateEntryIsNoMoment() {
    write("a", "2024-03-05", "A day.");
    assertFalse(latest().isEmpty());

    send(entry("a", "2024-03-05", "A day.", Status.PRIVATE, Optional.empty()));

    assertEquals(Optional.empty(), settled().get("owner/2024-03-05"));
  }

  @Test
  void anUndatedEntryWaits() {
    EntryRead undated =
        new EntryRead(
            "owner",
            "a",
            Optional.empty(),
            DateSource.NONE,
            Confidence.NONE,
            "Some day.",
            "paddle",
            Confidence.NONE,
            Status.DRAFT,
            Optional.empty(),
            Optional.empty());
    send(undated);

    assertEquals(Map.of(), latest());
  }

  @Test
  void entriesOfOneDayAreJoinedInTheOrderOfWriting() {
    send(entry("z", "2024-03-05", "Morning.", Status.DRAFT, time("2024-03-05T08:00:00")));
    send(entry("a", "2024-03-05", "Evening.", Status.DRAFT, time("2024-03-05T20:00:00")));

    assertEquals("Morning.\n\nEvening.", moment("owner/2024-03-05").text());
  }

  @Test
  void theSameTextTwiceIsToldOnce() {
    write("a", "2024-03-05", "A day.");
    write("b", "2024-03-05", "A day.\n");

    assertEquals("A day.", moment("owner/2024-03-05").text());
  }

  @Test
  void aPlayAfterMidnightInTaipeiBelongsToTheNewDayThere() {
    driver.close();
    start("Asia/Taipei", 3);
    write("a", "2024-03-06", "Could not sleep.");
    thrice(SEA, Instant.parse("2024-03-05T16:10:00Z"));

    assertEquals(3, playsOn("owner/2024-03-06"));
  }

  @Test
  void oneUserNeverMeetsAnother() {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 3; i++) {
      send(played("other", "p" + i, SEA, NOON.plusSeconds(i), 60_000));
    }

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void anUnreadableRecordIsKeptAndTheStreamGoesOn() {
    plays.pipeInput("owner/bad", "{\"user\":".getBytes(StandardCharsets.UTF_8));
    write("a", "2024-03-05", "A day.");

    assertFalse(latest().isEmpty());
    assertEquals(1, rejected.size());
    assertEquals("owner/bad", rejected.getFirst().key());
  }

  @Test
  void aFloodIsComposedOnceASecondAllTheSame() {
    write("a", "2024-03-05", "A day.");
    for (int round = 0; round < 11; round++) {
      play("p" + round, SEA, NOON.plusSeconds(round));
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    assertEquals(1, moments.readKeyValuesToList().size());
  }

  @Test
  void aDayWaitsUntilTheRoundAfterItsMomentWasSent() {
    write("a", "2024-03-05", "A day.");
    assertEquals(1, touched.waiting());

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertTrue(moments.isEmpty(), "more may come at once");

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertFalse(moments.isEmpty());
    assertEquals(1, touched.waiting(), "sent, not yet known to be safe");

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertEquals(0, touched.waiting());
  }

  private int playsOn(String day) {
    return moment(day).songs().getFirst().plays();
  }

  private Moment moment(String day) {
    return Objects.requireNonNull(latest().get(day), () -> "no moment " + day);
  }

  /// Moments by key after three rounds, tombstones left out.
  private Map<String, Moment> latest() {
    Map<String, Moment> there = new TreeMap<>();
    settled().forEach((day, moment) -> moment.ifPresent(each -> there.put(day, each)));
    return there;
  }

  /// What was sent in three rounds, empty where a moment was taken back.
  private Map<String, Optional<Moment>> settled() {
    for (int round = 0; round < 3; round++) {
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }
    Map<String, Optional<Moment>> sent = new TreeMap<>();
    for (KeyValue<String, byte[]> each : moments.readKeyValuesToList()) {
      sent.put(
          each.key,
          Optional.ofNullable(each.value).map(bytes -> Wire.read(each.key, bytes, Moment.class)));
    }
    return sent;
  }

  private void thrice(Song song, Instant first) {
    for (int i = 1; i <= 3; i++) {
      play("p" + i, song, first.plusSeconds(300L * i));
    }
  }

  private void play(String id, Song song, Instant endedAt) {
    send(played("owner", id, song, endedAt, 180_000));
  }

  private void send(TrackPlayed play) {
    plays.pipeInput(play.key(), Wire.write(play.key(), play));
  }

  private void write(String id, String date, String text) {
    send(entry(id, date, text, Status.CONFIRMED, Optional.empty()));
  }

  private void send(EntryRead entry) {
    entries.pipeInput(entry.key(), Wire.write(entry.key(), entry));
  }

  private static Optional<LocalDateTime> time(String written) {
    return Optional.of(LocalDateTime.parse(written));
  }

  private static EntryRead entry(
      String id, String date, String text, Status status, Optional<LocalDateTime> writtenAt) {
    return new EntryRead(
        "owner",
        id,
        Optional.of(LocalDate.parse(date)),
        DateSource.OWNER,
        Confidence.FULL,
        text,
        "typed",
        Confidence.FULL,
        status,
        Optional.empty(),
        writtenAt);
  }

  private static TrackPlayed played(
      String user, String id, Song song, Instant endedAt, long milliseconds) {
    return new TrackPlayed(
        user,
        id,
        song,
        Optional.empty(),
        Optional.of("spotify:1"),
        endedAt,
        milliseconds,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
