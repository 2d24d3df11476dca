package io.chihiro.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Day after day of listening: a few songs on repeat, which change slowly, and many others.
///
/// The days before and after a change of time zone stay silent, since their dates overlap.
final class LargeDays {
  private static final String COUNTRY = "PT";
  private static final int SONGS = 4_000;
  private static final LocalTime SLEEPLESS = LocalTime.of(0, 5);
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final ZoneTimeline zones;
  private final Random random;
  private final RowJson json;
  private final Quirks quirks;
  private final List<Track> songs;
  private LocalDate day;

  LargeDays(LocalDate from, ZoneTimeline zones, Random random) {
    day = from;
    this.zones = zones;
    this.random = random;
    json = new RowJson(random);
    quirks = new Quirks(zones, json, random);
    songs = songs(new Repertoire().background());
  }

  /// Adds whole days until so many rows wait.
  void fill(List<Row> waiting, int rows) {
    while (waiting.size() < rows) {
      if (!zoneChanges(day)) {
        waiting.addAll(listen());
      }
      day = day.plusDays(1);
    }
  }

  private boolean zoneChanges(LocalDate date) {
    return !zones.on(date.minusDays(1)).equals(zones.on(date.plusDays(1)));
  }

  private static List<Track> songs(List<Track> background) {
    List<Track> songs = new ArrayList<>();
    for (int i = 0; i < SONGS; i++) {
      Track like = background.get(i % background.size());
      String title = like.title() + " No. " + (1 + i / background.size());
      songs.add(Track.named(title, like.artist(), like.album()));
    }
    return songs;
  }

  private List<Row> listen() {
    List<Track> heard = heard();
    List<Row> rows = new ArrayList<>();
    Instant now = zones.instant(day, SLEEPLESS);
    for (int i = 0; i < heard.size(); i++) {
      now = i == 8 ? zones.instant(day, MORNING) : now;
      int milliseconds = random.nextInt(8) == 0 ? 900 + random.nextInt(29_000) : 190_000;
      now = now.plusSeconds(2 + milliseconds / 1_000);
      rows.add(row(new Play(heard.get(i), now, milliseconds, random.nextInt(200) == 0)));
    }
    rows.addAll(quirks.of(day, COUNTRY, songs));
    repeatOne(rows);
    return rows;
  }

  private Row row(Play play) {
    return Row.played(play, json.of(play, COUNTRY));
  }

  /// Three to six songs of these weeks, three to six times each, among sixty that come by.
  private List<Track> heard() {
    int weeks = (int) (day.toEpochDay() / 21) * 12;
    List<Track> heard = new ArrayList<>();
    for (int i = 3 + random.nextInt(4); i > 0; i--) {
      Track kept = songs.get((weeks + random.nextInt(12)) % SONGS);
      heard.addAll(Collections.nCopies(3 + random.nextInt(4), kept));
    }
    for (int i = 50 + random.nextInt(20); i > 0; i--) {
      double often = random.nextDouble();
      heard.add(songs.get((int) (SONGS * often * often)));
    }
    Collections.shuffle(heard, random);
    return heard;
  }

  private void repeatOne(List<Row> rows) {
    Row row = rows.get(random.nextInt(rows.size()));
    if (row.fate() == Fate.STORED) {
      rows.add(row.repeated());
    }
  }
}
