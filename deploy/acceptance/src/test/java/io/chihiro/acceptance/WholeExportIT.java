package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.ZoneTimeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything goes out of one system in open formats and into an empty one.
@Order(9)
class WholeExportIT {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final String ZONES = "Europe/London";
  private static final LocalDate FIRST = LocalDate.parse("2022-01-10");
  private static final int ROWS = 3_000;
  private static final int DAYS = 30;

  @Test
  void anEmptySystemComesToTheSameMoments(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("everything.zip");
    RunningSystem first = Systems.fresh(ZONES);
    Outcome before;
    try (Api api = first.api()) {
      live(api, folder);
      before = Outcome.of(first);
      String said = first.launch("export", zip.toString());
      assertTrue(said.contains(DAYS - 1 + " days, 1 that are private"), said);
      hasAll(zip);
    }
    RunningSystem second = Systems.fresh(ZONES);
    String said = second.launch("import", zip.toString());
    assertTrue(said.contains("All that was taken in is recommendable."), said);
    try (Api api = second.api()) {
      assertEquals(
          2, api.get("/api/v1/plays/rules").fine().path("own").path("playsPerDay").asInt());
      assertEquals(
          1, api.get("/api/v1/journal/entries?status=private").fine().path("entries").size());
      assertEquals(1, api.get("/api/v1/plays/playlists").fine().path("playlists").size());
    }
    Outcome after = Outcome.of(second);
    assertTrue(before.count("moment") > DAYS / 2, before.count("moment") + " moments");
    assertEquals(before.hash(), after.hash(), () -> before.difference(after));
  }

  /// Plays, a diary, and the owner's word on both.
  private static void live(Api api, Path folder) throws Exception {
    StringBuilder diary = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      diary.append("%s\nWhat was written on day %d.\n\n".formatted(FIRST.plusDays(day), day));
    }
    var _ =
        api.upload("/api/v1/journal/pages", NamedFile.text("diary.txt", diary.toString())).fine();
    Path file = folder.resolve("years.zip");
    var _ = new LargeExport(7, ROWS, ZoneTimeline.parse(ZONES), FIRST).write(file);
    var _ = api.importPlays(new NamedFile("years.zip", Files.readAllBytes(file)), LONGEST);
    var _ =
        api.importPlays(
            NamedFile.text("late.m3u8", "#EXTM3U\n#PLAYLIST:Late\n#EXTINF:1,A - B\nb.mp3\n"),
            LONGEST);
    var _ = api.awaitNothingWaits(LONGEST);
    assertEquals(200, api.put("/api/v1/plays/rules", "{\"playsPerDay\":2}").status());
    JsonNode plays =
        api.get("/api/v1/plays?from=%s&to=%s".formatted(FIRST, FIRST)).fine().path("plays");
    String play = plays.path(0).path("play").asText();
    assertEquals(204, api.delete("/api/v1/plays/" + play).status());
    JsonNode entries = api.get("/api/v1/journal/entries").fine().path("entries");
    String entry = "/api/v1/journal/entries/" + entries.path(3).path("id").asText();
    var _ = api.put(entry, "{\"status\":\"private\"}").fine();
    var _ = api.awaitNothingWaits(LONGEST);
  }

  private static void hasAll(Path zip) throws Exception {
    try (ZipFile files = new ZipFile(zip.toFile())) {
      String names =
          files.stream().map(ZipEntry::getName).collect(Collectors.joining("\n", "\n", "\n"));
      for (String name :
          new String[] {
            "README",
            "journal/originals.csv",
            "plays/plays.jsonl",
            "plays/listening.jsonl",
            "plays/playlists/001.jspf",
            "feedback.json"
          }) {
        assertTrue(names.contains("\n" + name + "\n"), name + " of" + names);
      }
      String read =
          new String(
              files.getInputStream(files.getEntry("README")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(read.contains("import takes this very file in again"), read);
    }
  }
}
