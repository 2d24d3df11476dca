package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads the zip anew and counts without any of the code that made it.
class SpotifyExportTest {
  private static final SampleLife LIFE = SampleLife.fixed();
  private static final List<JsonNode> ROWS = new ArrayList<>();
  private static final List<JsonNode> STORED_ONCE = new ArrayList<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void readTheZip() throws IOException {
    Path file = folder.resolve("export.zip");
    LIFE.export().write(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".json")).toList()) {
        new ObjectMapper().readTree(zip.getInputStream(entry)).forEach(ROWS::add);
      }
    }
    Set<JsonNode> seen = new HashSet<>();
    ROWS.stream().filter(row -> fate(row, seen).equals("stored")).forEach(STORED_ONCE::add);
  }

  @Test
  void thereAreAtLeast20000Rows() {
    assertTrue(ROWS.size() >= 20_000, "rows: " + ROWS.size());
    assertEquals(ROWS.size(), LIFE.expectedAccount().rows());
  }

  @Test
  void theAccountIsWhatAnIndependentReaderFinds() {
    Map<String, Integer> found = new TreeMap<>();
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode row : ROWS) {
      found.merge(fate(row, seen), 1, Integer::sum);
    }
    Integer stored = found.remove("stored");
    assertEquals(stored, LIFE.expectedAccount().stored());
    assertEquals(found, LIFE.expectedAccount().dropped());
    assertEquals(7, found.size());
  }

  @Test
  void theMomentsAreWhatAnIndependentCountFinds() {
    assertEquals(moments(SampleLife.ZONES), LIFE.expectedMoments());
    LIFE.expectedMoments().forEach(m -> assertTrue(m.songs().size() >= 3, m.toString()));
  }

  @Test
  void whoeverCountsDaysInUtcOrInOneZoneIsWrong() {
    assertNotEquals(moments("UTC"), LIFE.expectedMoments());
    assertNotEquals(moments("Europe/Lisbon"), LIFE.expectedMoments());
  }

  @Test
  void onJournalDaysSongsAreHeardInWakingHours() {
    Set<LocalDate> days = LIFE.days().stream().map(DiaryDay::date).collect(Collectors.toSet());
    for (JsonNode row : STORED_ONCE) {
      Instant end = Instant.parse(row.path("ts").asText());
      LocalDate day = dateOf(end, SampleLife.ZONES);
      LocalTime time = end.atZone(zoneOn(day, SampleLife.ZONES)).toLocalTime();
      boolean asleep = time.isAfter(LocalTime.of(1, 30)) && time.isBefore(LocalTime.of(7, 0));
      assertFalse(days.contains(day) && asleep, "heard at " + time + " on " + day);
    }
  }

  @Test
  void someListeningPastMidnightIsTheDayBeforeInUtc() {
    long late =
        STORED_ONCE.stream()
            .map(row -> Instant.parse(row.path("ts").asText()))
            .filter(end -> end.atZone(ZoneOffset.UTC).getHour() >= 23)
            .filter(end -> dateOf(end, SampleLife.ZONES).isAfter(utc(end)))
            .count();
    assertTrue(late > 100, "late: " + late);
  }

  @Test
  void twoSongsSometimesShareOneStamp() {
    Map<String, Long> stamps =
        STORED_ONCE.stream()
            .collect(Collectors.groupingBy(r -> r.path("ts").asText(), Collectors.counting()));
    assertTrue(stamps.values().stream().filter(count -> count > 1).count() > 20);
  }

  @Test
  void privateValuesAreMadeUpFromDocumentationRanges() {
    for (JsonNode row : ROWS) {
      String address = row.path("ip_addr").asText(row.path("ip_addr_decrypted").asText());
      assertTrue(address.startsWith("192.0.2.") || !row.isObject(), address);
    }
    assertTrue(ROWS.stream().anyMatch(row -> row.has("username")));
    assertTrue(ROWS.stream().anyMatch(row -> row.has("user_agent_decrypted")));
  }

  @Test
  void favouritesArePlayedMostOfAllAndUnderTwoIds() {
    Map<String, Long> plays =
        STORED_ONCE.stream().collect(Collectors.groupingBy(this::title, Collectors.counting()));
    long least =
        LIFE.repertoire().favourites().stream()
            .mapToLong(track -> plays.getOrDefault(track.title(), 0L))
            .min()
            .orElseThrow();
    for (Era era : Era.values()) {
      for (Track track : LIFE.repertoire().of(era)) {
        assertTrue(plays.getOrDefault(track.title(), 0L) < least, track.title());
      }
    }
    String title = LIFE.repertoire().favourites().getFirst().title();
    assertEquals(
        2,
        STORED_ONCE.stream()
            .filter(row -> title(row).equals(title))
            .map(row -> row.path("spotify_track_uri").asText())
            .distinct()
            .count());
  }

  @Test
  void theSameSeedMakesTheSameBytes(@TempDir Path other) throws IOException {
    Path again = other.resolve("again.zip");
    new SampleLife(SampleLife.SEED).export().write(again);
    assertArrayEquals(Files.readAllBytes(folder.resolve("export.zip")), Files.readAllBytes(again));
  }

  private String title(JsonNode row) {
    return row.path("master_metadata_track_name").asText();
  }

  private static String fate(JsonNode row, Set<JsonNode> seen) {
    if (!row.path("ms_played").isInt()
        || !row.path("ts").asText().matches("\\d{4}-(0\\d|1[0-2])-.*Z")) {
      return "broken row";
    }
    if (!row.path("episode_name").isNull()) {
      return "podcast";
    }
    if (!row.path("audiobook_title").isNull()) {
      return "audiobook";
    }
    if (row.path("master_metadata_track_name").isNull()) {
      return "no title";
    }
    if (row.path("incognito_mode").asBoolean()) {
      return "private session";
    }
    if (!row.path("ts").asText().startsWith("202")) {
      return "impossible date";
    }
    return seen.add(row) ? "stored" : "duplicate";
  }

  private static List<ExpectedMoment> moments(String zones) {
    Map<LocalDate, Map<List<String>, Integer>> counts = new HashMap<>();
    for (JsonNode row : STORED_ONCE) {
      if (row.path("ms_played").asInt() >= 30_000) {
        List<String> song =
            List.of(
                row.path("master_metadata_track_name").asText(),
                row.path("master_metadata_album_artist_name").asText());
        LocalDate date = dateOf(Instant.parse(row.path("ts").asText()), zones);
        counts.computeIfAbsent(date, _ -> new HashMap<>()).merge(song, 1, Integer::sum);
      }
    }
    Function<LocalDate, Map<List<String>, Integer>> day = d -> counts.getOrDefault(d, Map.of());
    return LIFE.days().stream()
        .map(DiaryDay::date)
        .map(date -> new ExpectedMoment(date, songs(day.apply(date))))
        .toList();
  }

  private static List<ExpectedMoment.SongCount> songs(Map<List<String>, Integer> counts) {
    return counts.entrySet().stream()
        .filter(song -> song.getValue() >= 3)
        .map(
            song ->
                new ExpectedMoment.SongCount(
                    song.getKey().get(0), song.getKey().get(1), song.getValue()))
        .toList();
  }

  private static LocalDate utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /// Written apart from ZoneTimeline on purpose: by instants at which a zone begins.
  private static LocalDate dateOf(Instant instant, String zones) {
    boolean travels = zones.contains(",");
    boolean away =
        travels
            && instant.isAfter(Instant.parse("2025-02-28T15:00:00Z"))
            && instant.isBefore(Instant.parse("2025-05-19T15:00:00Z"));
    String home = travels ? "Europe/Lisbon" : zones;
    return instant.atZone(ZoneId.of(away ? "Asia/Tokyo" : home)).toLocalDate();
  }

  private static ZoneId zoneOn(LocalDate date, String zones) {
    return ZoneTimeline.parse(zones).on(date);
  }
}
