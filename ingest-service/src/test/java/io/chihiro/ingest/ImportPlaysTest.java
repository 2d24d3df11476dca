package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.Wire;
import io.chihiro.ingest.PlayImport.Status;
import io.chihiro.ingest.history.Listener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlaysTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private final InMemoryEvents events = new InMemoryEvents();
  private final Set<String> knownBefore = new HashSet<>();
  private ImportLedger ledger;

  @BeforeEach
  void open() {
    ledger = new ImportLedger(folder.resolve("imports"));
  }

  @Test
  void everyRowHasItsPlaceInTheAccount() throws Exception {
    PlayImport ended =
        run(
            "history.json",
            """
            [{"ts":"2024-07-25T03:52:19Z","ms_played":15673,"conn_country":"US",
              "ip_addr_decrypted":"192.0.2.10","user_agent_decrypted":"agent","username":"who",
              "platform":"ios","master_metadata_track_name":"Track",
              "master_metadata_album_artist_name":"Artist","spotify_track_uri":"spotify:track:1",
              "incognito_mode":false},
             {"ts":"2024-07-25T04:00:00Z","ms_played":240000,"master_metadata_track_name":null,
              "episode_name":"Episode 1"},
             {"ts":"2024-07-25T05:00:00Z","ms_played":1,"master_metadata_track_name":null,
              "audiobook_title":"Book"},
             {"ts":"2024-07-25T05:00:00Z","ms_played":1,"master_metadata_track_name":null},
             {"ts":"2024-07-25T06:00:00Z","ms_played":1,"master_metadata_track_name":"Secret",
              "master_metadata_album_artist_name":"A","incognito_mode":true},
             {"ts":"broken","ms_played":1,"master_metadata_track_name":"T",
              "master_metadata_album_artist_name":"A"},
             {"ts":"1900-01-01T00:00:00Z","ms_played":1,"master_metadata_track_name":"T",
              "master_metadata_album_artist_name":"A"},
             {"ts":"2100-01-01T00:00:00Z","ms_played":1,"master_metadata_track_name":"T",
              "master_metadata_album_artist_name":"A"},
             {"ts":"2024-07-25T03:52:19Z","ms_played":15673,"master_metadata_track_name":"Track",
              "master_metadata_album_artist_name":"Artist","spotify_track_uri":"spotify:track:1"}]
            """);

    assertEquals(Status.DONE, ended.status());
    assertEquals(9, ended.account().rows());
    assertEquals(1, ended.account().stored());
    assertEquals(
        Map.of(
            "podcast", 1L,
            "audiobook", 1L,
            "no title", 1L,
            "private session", 1L,
            "broken row", 1L,
            "impossible date", 2L,
            "duplicate", 1L),
        ended.account().dropped());
  }

  @Test
  void whatSpotifyKnowsOfThePersonIsNotKept() throws Exception {
    run(
        "history.json",
        """
        [{"ts":"2024-07-25T03:52:19Z","ms_played":99000,"platform":"canary-platform",
          "ip_addr_decrypted":"canary-ip","ip_addr":"canary-ip","username":"canary-user",
          "user_agent_decrypted":"canary-agent","incognito_mode":false,
          "master_metadata_track_name":"Track","master_metadata_album_artist_name":"Artist"}]
        """);

    TrackPlayed play = events.all(Topics.PLAYS).values().iterator().next();
    String written = new String(Wire.write(play.key(), play), StandardCharsets.UTF_8);
    assertFalse(written.contains("canary"), written);
    assertFalse(written.contains("incognito"), written);
    assertFalse(
        Files.exists(folder.resolve("imports").resolve("upload")), "the upload is gone as well");
  }

  @Test
  void twoSongsThatEndInTheSameSecondAreTwoPlays() throws Exception {
    PlayImport ended = run("history.json", "[" + row(1, "A") + "," + row(1, "B") + "]");

    assertEquals(2, ended.account().stored());
  }

  @Test
  void theSameExportAgainBringsNothingNewAndSaysSo() throws Exception {
    run("history.json", "[" + row(1, "A") + "]");
    events.all(Topics.PLAYS).values().forEach(play -> knownBefore.add(play.play()));

    PlayImport again = run("history.json", "[" + row(1, "A") + "]");

    assertEquals(Map.of("known already", 1L), again.account().dropped());
    assertEquals("Nothing new: all 1 plays in it were known already.", again.message());
  }

  @Test
  void accountDataIsRecognisedByItsContent() throws Exception {
    PlayImport ended =
        run(
            "anything.txt",
            """
            [{"endTime":"2023-04-09 03:55","artistName":"John","trackName":"One","msPlayed":265550}]
            """);

    assertEquals(1, ended.account().stored());
    TrackPlayed play = events.all(Topics.PLAYS).values().iterator().next();
    assertEquals(Instant.parse("2023-04-09T03:55:00Z"), play.endedAt());
  }

  @Test
  void aZipIsReadWhateverItsFoldersAreCalled() throws Exception {
    Path zip =
        zip(
            Map.of(
                "My Data/Streaming_History_Audio_0.json",
                "[" + row(1, "A") + "]",
                "My Data/deep/er/x.json",
                "[" + row(2, "A") + "]",
                "My Data/Userdata.json",
                "{\"username\":\"x\"}",
                "ReadMeFirst.pdf",
                "%PDF-1.4"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(Status.DONE, ended.status());
    assertEquals("2 plays stored from 2 files.", ended.message());
  }

  @Test
  void aZipWithoutAHistoryIsNeverASuccess() throws Exception {
    Path zip = zip(Map.of("a.json", "{}", "b.txt", "hello"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(Status.FAILED, ended.status());
    assertEquals(
        "No listening history was found in my.zip: none of its 2 files is one.", ended.message());
  }

  @Test
  void aPathThatClimbsOutIsNamedAndNothingIsRead() throws Exception {
    Path zip = zip(Map.of("../../evil.json", "[" + row(1, "A") + "]"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(Status.FAILED, ended.status());
    assertTrue(ended.message().contains("../../evil.json"), ended.message());
    assertTrue(events.all(Topics.PLAYS).isEmpty());
  }

  @Test
  void aZipBombIsNamedAndStopped() throws Exception {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.json"));
      out.write(("[" + row(1, "A") + ",").getBytes(StandardCharsets.UTF_8));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(blanks);
      }
    }

    PlayImport ended = run(ledger.open("owner", "bomb.zip", zip, Instant.EPOCH));

    assertEquals(Status.FAILED, ended.status());
    assertTrue(ended.message().contains("bomb.json"), ended.message());
    assertTrue(ended.message().contains("zip bomb"), ended.message());
  }

  @Test
  void brokenZipsAreNamed() throws Exception {
    Path zip = folder.resolve("broken.zip");
    Files.write(zip, "PK not really".getBytes(StandardCharsets.UTF_8));

    PlayImport ended = run(ledger.open("owner", "broken.zip", zip, Instant.EPOCH));

    assertEquals("broken.zip is not a whole zip file. Nothing was stored.", ended.message());
  }

  @Test
  void jsonCutInTheMiddleKeepsWhatCameBefore() throws Exception {
    PlayImport ended =
        run("history.json", "[" + row(1, "A") + "," + row(2, "A") + ",{\"ts\":\"2024");

    assertEquals(Status.FAILED, ended.status());
    assertEquals(
        "history.json breaks off after row 2. The 2 plays before that are stored.",
        ended.message());
    assertEquals(2, ended.account().stored());
  }

  @Test
  void anElementThatIsNoObjectIsABrokenRow() throws Exception {
    ImportAccount account = run("history.json", "[" + row(1, "A") + ",\"stray\",7]").account();

    assertEquals(3, account.rows());
    assertEquals(Map.of("broken row", 2L), account.dropped());
  }

  @Test
  void anEmptyHistoryIsNoSuccess() throws Exception {
    assertEquals(Status.FAILED, run("history.json", "[]").status());
    assertEquals(Status.FAILED, run("history.json", "").status());
  }

  @Test
  void aKillAtAnyCheckpointLeadsToTheSameEnd() throws Exception {
    StringBuilder rows = new StringBuilder("[" + row(0, "A"));
    for (int i = 1; i < 50; i++) {
      rows.append(',').append(row(i % 40, "A"));
    }
    String json = rows.append(']').toString();
    PlayImport undisturbed = run("history.json", json);
    Set<String> plays = events.all(Topics.PLAYS).keySet();

    for (int kill = 1; kill < 40; kill += 7) {
      InMemoryEvents survived = new InMemoryEvents();
      PlayImport open = ledger.open("owner", "history.json", file(json), Instant.EPOCH);
      EventWriter killed = new KilledAfter(survived, kill);
      assertThrows(IllegalStateException.class, () -> importer(killed).run(open));

      ImportLedger restarted = new ImportLedger(folder.resolve("imports"));
      PlayImport resumed = restarted.find("owner", open.id()).orElseThrow();
      assertTrue(resumed.status().open());
      PlayImport ended = importer(restarted, survived).run(resumed);

      assertEquals(undisturbed.account(), ended.account(), "killed after " + kill);
      assertEquals(plays, survived.all(Topics.PLAYS).keySet(), "killed after " + kill);
    }
  }

  private static String row(int minute, String title) {
    return """
        {"ts":"2024-07-25T03:%02d:19Z","ms_played":99000,"master_metadata_track_name":"%s",
         "master_metadata_album_artist_name":"Artist"}"""
        .formatted(minute, title);
  }

  private PlayImport run(String name, String json) throws IOException, InterruptedException {
    return run(ledger.open("owner", name, file(json), Instant.EPOCH));
  }

  private PlayImport run(PlayImport open) throws InterruptedException {
    return importer(events).run(open);
  }

  private ImportPlays importer(EventWriter writer) {
    return importer(ledger, writer);
  }

  private ImportPlays importer(ImportLedger from, EventWriter writer) {
    return new ImportPlays(
        from, writer, (_, _) -> PlayIds.of(knownBefore), Listener::atUtc, 10, NOW, _ -> {});
  }

  private Path file(String json) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".json");
    Files.writeString(file, json);
    return file;
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = Files.createTempFile(folder, "upload", ".zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  /// Ends as a killed process does: after so many writes nothing more gets through.
  private static final class KilledAfter implements EventWriter {
    private final EventWriter writer;
    private int left;

    KilledAfter(EventWriter writer, int writes) {
      this.writer = writer;
      this.left = writes;
    }

    @Override
    public <E extends Event> void write(
        Topic<E> topic, String key, E event, Map<String, String> headers) {
      if (left-- <= 0) {
        throw new IllegalStateException("killed");
      }
      writer.write(topic, key, event, headers);
    }

    @Override
    public void delete(Topic<?> topic, String key) {
      writer.delete(topic, key);
    }

    @Override
    public void flush() {
      writer.flush();
    }
  }
}
