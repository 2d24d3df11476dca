package io.chihiro.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a real export holds besides songs: podcasts, audiobooks, rows without a title, private
/// sessions, broken rows and rows with impossible dates.
final class Quirks {
  private static final List<String> SHOWS =
      List.of("The Slow Cooker Hour", "Bridges Explained", "Two Aunts and a Microphone");
  private static final List<String> IMPOSSIBLE =
      List.of(
          "1900-01-01T00:00:00Z",
          "1900-03-05T20:15:00Z",
          "2100-01-01T00:00:00Z",
          "2100-12-31T23:59:59Z");

  private final ZoneTimeline zones;
  private final RowJson json;
  private final Random random;

  Quirks(ZoneTimeline zones, RowJson json, Random random) {
    this.zones = zones;
    this.json = json;
    this.random = random;
  }

  /// A day's rows that are no songs, and its private session.
  List<Row> of(LocalDate date, String country, List<Track> background) {
    List<Row> rows = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      rows.add(podcast(afternoon(date), country));
    }
    if (random.nextInt(3) == 0) {
      Instant end = afternoon(date);
      int chapter = 1 + random.nextInt(24);
      rows.add(Row.dropped(end, Fate.AUDIOBOOK, json.audiobook(end, 1_500_000, country, chapter)));
    }
    if (random.nextInt(5) == 0) {
      Instant end = afternoon(date);
      rows.add(Row.dropped(end, Fate.NO_TITLE, json.untitled(end, 120_000, country)));
    }
    if (random.nextInt(6) == 0) {
      rows.addAll(privateSession(date, country, background));
    }
    return rows;
  }

  Row podcast(Instant end, String country) {
    String show = SHOWS.get(random.nextInt(SHOWS.size()));
    int milliseconds = 60_000 + random.nextInt(2_400_000);
    int episode = 1 + random.nextInt(300);
    return Row.dropped(end, Fate.PODCAST, json.podcast(end, milliseconds, country, show, episode));
  }

  /// Rows that name a song and yet cannot be told the time of, or cannot be read.
  List<Row> broken(Instant after, Track track) {
    List<Row> rows = new ArrayList<>();
    for (String stamp : IMPOSSIBLE) {
      rows.add(spoilt(after, Fate.IMPOSSIBLE_DATE, track, "ts", TextNode.valueOf(stamp)));
    }
    rows.add(spoilt(after, Fate.BROKEN_ROW, track, "ts", TextNode.valueOf("last Tuesday")));
    rows.add(spoilt(after, Fate.BROKEN_ROW, track, "ts", TextNode.valueOf("2024-13-45T25:61:00Z")));
    rows.add(spoilt(after, Fate.BROKEN_ROW, track, "ms_played", TextNode.valueOf("long")));
    ObjectNode timeless = song(after, track);
    timeless.remove("ts");
    rows.add(Row.dropped(after, Fate.BROKEN_ROW, timeless));
    rows.add(Row.dropped(after, Fate.BROKEN_ROW, TextNode.valueOf("a row that is no row")));
    return rows;
  }

  private Row spoilt(Instant end, Fate fate, Track track, String field, JsonNode value) {
    return Row.dropped(end, fate, song(end, track).set(field, value));
  }

  private ObjectNode song(Instant end, Track track) {
    return json.of(new Play(track, end, track.milliseconds(), false), "PT");
  }

  private List<Row> privateSession(LocalDate date, String country, List<Track> background) {
    List<Row> rows = new ArrayList<>();
    Instant end = afternoon(date);
    for (int i = 0; i < 3; i++) {
      Track track = background.get(random.nextInt(background.size()));
      end = end.plusMillis(track.milliseconds()).plusSeconds(1);
      Play play = new Play(track, wholeSecond(end), track.milliseconds(), true);
      rows.add(Row.played(play, json.of(play, country)));
    }
    return rows;
  }

  private Instant afternoon(LocalDate date) {
    return zones.instant(date, LocalTime.of(13, 45)).plusSeconds(random.nextInt(6_000));
  }

  private static Instant wholeSecond(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond());
  }
}
