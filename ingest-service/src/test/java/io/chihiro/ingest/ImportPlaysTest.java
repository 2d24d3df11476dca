package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every row of a history is stored or accounted for.
class ImportPlaysTest extends ImportedHistory {
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

    assertEquals(ImportStatus.DONE, ended.status());
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
  void jsonCutInTheMiddleKeepsWhatCameBefore() throws Exception {
    PlayImport ended =
        run("history.json", "[" + row(1, "A") + "," + row(2, "A") + ",{\"ts\":\"2024");

    assertEquals(ImportStatus.FAILED, ended.status());
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
    assertEquals(ImportStatus.FAILED, run("history.json", "[]").status());
    assertEquals(ImportStatus.FAILED, run("history.json", "").status());
  }
}
