package io.chihiro.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// The sample life's listening as an extended streaming history with the quirks of real ones, and
/// what is known of it independently of any importer.
public final class SpotifyExport {
  private static final int FIRST_FILE_ROWS = 9_000;
  private static final int OVERLAP_ROWS = 25;

  private final ZoneTimeline zones;
  private final List<Row> audio = new ArrayList<>();
  private final List<Row> video = new ArrayList<>();
  private final PlaysPerDay counted;
  private final List<LocalDate> journalDays;

  SpotifyExport(long seed, ZoneTimeline zones, Repertoire repertoire, List<LocalDate> journal) {
    this.zones = zones;
    this.journalDays = List.copyOf(journal);
    counted = new PlaysPerDay(zones);
    LocalDate day = Era.FIRST_DAY;
    while (!day.isAfter(Era.LAST_DAY)) {
      listen(day, repertoire, new Random(seed * 1_000_003 + day.toEpochDay()));
      day = day.plusDays(1);
    }
    audio.sort(Comparator.comparing(Row::end));
    repeatSome(new Random(seed));
    spoilSome(repertoire, new Random(seed));
    List.of(audio, video).forEach(this::count);
  }

  /// The account that an import of the whole zip must give.
  public ImportAccount expectedAccount() {
    List<Row> all = new ArrayList<>(audio);
    all.addAll(video);
    return ImportAccount.of(all);
  }

  /// Every journal date with the songs played at least three times that local day.
  public List<ExpectedMoment> expectedMoments() {
    return journalDays.stream()
        .map(date -> ExpectedMoment.of(date, counted.days().getOrDefault(date, Map.of())))
        .toList();
  }

  /// What counts of it, in order, as an independent look gives it.
  public List<Listened> listened() {
    return Stream.concat(audio.stream(), video.stream())
        .filter(row -> row.fate() == Fate.STORED)
        .flatMap(row -> row.play().stream())
        .filter(Play::counts)
        .map(Listened::of)
        .sorted(Comparator.comparing(Listened::from))
        .toList();
  }

  /// Writes the zip.
  public void write(Path file) throws IOException {
    try (HistoryZip zip = new HistoryZip(file)) {
      for (Map.Entry<String, List<Row>> part : files().entrySet()) {
        try (HistoryZip.RowsFile rows = zip.file(part.getKey())) {
          for (Row row : part.getValue()) {
            rows.write(row.json());
          }
        }
      }
    }
  }

  private Map<String, List<Row>> files() {
    int second = 2 * FIRST_FILE_ROWS;
    Map<String, List<Row>> files = new LinkedHashMap<>();
    files.put("Streaming_History_Audio_2024_0.json", audio.subList(0, FIRST_FILE_ROWS));
    files.put("Streaming_History_Audio_2024-2025_1.json", audio.subList(FIRST_FILE_ROWS, second));
    files.put("Streaming_History_Audio_2025_2.json", audio.subList(second, audio.size()));
    files.put("Streaming_History_Video_2024-2025.json", video);
    return files;
  }

  private void listen(LocalDate day, Repertoire repertoire, Random random) {
    RowJson json = new RowJson(random);
    String country = Era.of(day) == Era.TRAVELLING ? "JP" : "PT";
    List<DayPlan.Heard> heard = DayPlan.of(day, journalDays.contains(day), repertoire, random);
    for (Play play : DayClock.place(day, zones, heard, random)) {
      audio.add(Row.played(play, json.of(play, country)));
    }
    Quirks quirks = new Quirks(zones, json, random);
    boolean inTheAir = !zones.on(day).equals(zones.on(day.plusDays(1)));
    if (!inTheAir) {
      audio.addAll(quirks.of(day, country, repertoire.background()));
    }
    if (random.nextInt(10) == 0) {
      watch(day, country, quirks, json, repertoire.background().get(random.nextInt(100)));
    }
  }

  /// A video podcast at lunch and, on days without a diary page, a music video, which is a play.
  private void watch(LocalDate day, String country, Quirks quirks, RowJson json, Track track) {
    Instant lunch = zones.instant(day, LocalTime.of(12, 10));
    video.add(quirks.podcast(lunch, country));
    if (!journalDays.contains(day)) {
      Play play = new Play(track, lunch.plusSeconds(400), track.milliseconds(), false);
      video.add(Row.played(play, json.of(play, country)));
    }
  }

  /// Exact duplicates: here and there, and where one file overlaps the next.
  private void repeatSome(Random random) {
    List<Row> repeated = new ArrayList<>();
    for (Row row : audio) {
      repeated.add(row);
      if (row.fate() == Fate.STORED && random.nextInt(120) == 0) {
        repeated.add(row.repeated());
      }
    }
    audio.clear();
    audio.addAll(repeated);
    List<Row> overlap = new ArrayList<>();
    for (int i = FIRST_FILE_ROWS - 1; overlap.size() < OVERLAP_ROWS; i--) {
      if (audio.get(i).fate() == Fate.STORED) {
        overlap.addFirst(audio.get(i).repeated());
      }
    }
    audio.addAll(FIRST_FILE_ROWS, overlap);
  }

  private void spoilSome(Repertoire repertoire, Random random) {
    Quirks quirks = new Quirks(zones, new RowJson(random), random);
    int place = FIRST_FILE_ROWS + 2_000;
    Instant there = audio.get(place).end().plusMillis(1);
    audio.addAll(place, quirks.broken(there, repertoire.favourites().getFirst()));
  }

  private void count(List<Row> rows) {
    rows.stream()
        .filter(row -> row.fate() == Fate.STORED)
        .flatMap(row -> row.play().stream())
        .forEach(counted::add);
  }
}
