package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeExportTest {
  private static final LocalDate FROM = LocalDate.of(2018, 1, 1);

  @Test
  void whatItCountedIsWhatAnIndependentReaderCounts(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.zip");
    LargeExport.Truth truth = export(1, 20_000, "Asia/Taipei").write(file);
    assertEquals(20_000, truth.account().rows());
    Map<LocalDate, Map<SongName, Integer>> found = new TreeMap<>();
    int stored = recount(file, found);
    assertEquals(stored, truth.account().stored());
    assertEquals(found, truth.plays());
    assertTrue(truth.account().dropped().containsKey("duplicate"), truth.account().toString());
  }

  @Test
  void mostDaysHaveSongsOnRepeat(@TempDir Path folder) throws IOException {
    LargeExport.Truth truth = export(1, 5_000, "UTC").write(folder.resolve("large.zip"));
    long withSongs =
        truth.moments(new TreeSet<>(truth.plays().keySet())).stream()
            .filter(moment -> !moment.songs().isEmpty())
            .count();
    assertTrue(withSongs * 10 >= truth.plays().size() * 9L);
  }

  @Test
  void theSameSeedMakesTheSameBytesAndAnotherSeedOthers(@TempDir Path folder) throws IOException {
    byte[] one = bytes(folder, 1);
    assertArrayEquals(one, bytes(folder, 1));
    assertNotEquals(one.length, bytes(folder, 2).length);
  }

  private static byte[] bytes(Path folder, long seed) throws IOException {
    Path file = folder.resolve("large.zip");
    export(seed, 2_000, "UTC").write(file);
    return Files.readAllBytes(file);
  }

  private static LargeExport export(long seed, int rows, String zones) {
    return new LargeExport(seed, rows, ZoneTimeline.parse(zones), FROM);
  }

  private static int recount(Path file, Map<LocalDate, Map<SongName, Integer>> found)
      throws IOException {
    Set<JsonNode> seen = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".json")).toList()) {
        for (JsonNode row : new ObjectMapper().readTree(zip.getInputStream(entry))) {
          boolean song = row.path("master_metadata_track_name").isTextual();
          if (song && !row.path("incognito_mode").asBoolean() && seen.add(row)) {
            count(row, found);
          }
        }
      }
    }
    return seen.size();
  }

  private static void count(JsonNode row, Map<LocalDate, Map<SongName, Integer>> found) {
    if (row.path("ms_played").asInt() >= 30_000) {
      LocalDate date =
          Instant.parse(row.path("ts").asText()).atZone(ZoneId.of("Asia/Taipei")).toLocalDate();
      SongName song =
          new SongName(
              row.path("master_metadata_track_name").asText(),
              row.path("master_metadata_album_artist_name").asText());
      found.computeIfAbsent(date, _ -> new TreeMap<>(SongName.ORDER)).merge(song, 1, Integer::sum);
    }
  }
}
