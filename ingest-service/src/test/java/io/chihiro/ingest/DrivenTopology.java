package io.chihiro.ingest;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Event;
import io.chihiro.events.Moment;
import io.chihiro.events.Rejected;
import io.chihiro.events.Song;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import io.chihiro.ingest.listening.LocalDays;
import io.chihiro.ingest.listening.PlayRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.UUID;
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

/// The topology without a broker, a day to write and to play on, and what it makes of them.
abstract class DrivenTopology {
  static final Song SEA = new Song("Salt Water", "The Harbour Lights");
  static final PlayRules RULES = new PlayRules(LocalDays.parse("UTC"), Duration.ofSeconds(30), 3);
  static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

  final TouchedDays touched = new TouchedDays();
  final List<Rejected> rejected = new ArrayList<>();
  TopologyTestDriver driver;
  TestInputTopic<String, byte[]> plays;
  TestInputTopic<String, byte[]> entries;
  TestOutputTopic<String, byte[]> moments;
  TestOutputTopic<String, byte[]> songs;
  private Path state;

  @BeforeEach
  void startAtUtc() {
    start("UTC", 3);
  }

  final void start(String zones, int playsPerDay) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "moments-test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    var rules = new PlayRules(LocalDays.parse(zones), Duration.ofSeconds(30), playsPerDay);
    state = stateFolder();
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            MomentsTopology.topology(rules, touched, (_, kept) -> rejected.add(kept), properties),
            properties);
    plays = input(Topics.PLAYS.name());
    entries = input(Topics.JOURNAL_ENTRIES.name());
    moments = output(Topics.MOMENTS.name());
    songs = output(Topics.SONGS.name());
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  // Each record is committed by itself, and a memory disk does not wait for every one of them.
  private static Path stateFolder() {
    Path memory = Path.of("/dev/shm");
    Path disk = Path.of(System.getProperty("java.io.tmpdir", "."));
    return (Files.isWritable(memory) ? memory : disk).resolve("moments-test-" + UUID.randomUUID());
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() throws IOException {
    driver.close();
    var _ = Files.deleteIfExists(state);
  }

  final int playsOn(String day) {
    return moment(day).songs().getFirst().plays();
  }

  final Moment moment(String day) {
    return Objects.requireNonNull(latest().get(day), () -> "no moment " + day);
  }

  /// Moments by key after three rounds, tombstones left out.
  final Map<String, Moment> latest() {
    Map<String, Moment> there = new TreeMap<>();
    settled().forEach((day, moment) -> moment.ifPresent(each -> there.put(day, each)));
    return there;
  }

  /// What was sent in three rounds, empty where a moment was taken back.
  final Map<String, Optional<Moment>> settled() {
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

  final void thrice(Song song, Instant first) {
    for (int i = 1; i <= 3; i++) {
      play("p" + i, song, first.plusSeconds(300L * i));
    }
  }

  final void play(String id, Song song, Instant endedAt) {
    send(played("owner", id, song, endedAt, 180_000));
  }

  final void send(TrackPlayed play) {
    plays.pipeInput(play.key(), Wire.write(play.key(), play));
  }

  final void write(String id, String date, String text) {
    send(entry(id, date, text, Status.CONFIRMED, Optional.empty()));
  }

  /// What the owner says.
  final <E extends Event> void say(Topic<E> topic, String key, E word) {
    input(topic.name()).pipeInput(key, Wire.write(key, word));
  }

  /// What the owner takes back.
  final void unsay(Topic<?> topic, String key) {
    input(topic.name()).pipeInput(key, null);
  }

  final void send(EntryRead entry) {
    entries.pipeInput(entry.key(), Wire.write(entry.key(), entry));
  }

  static Optional<LocalDateTime> time(String written) {
    return Optional.of(LocalDateTime.parse(written));
  }

  static EntryRead entry(
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

  static TrackPlayed played(String user, String id, Song song, Instant endedAt, long milliseconds) {
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
