package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import io.chihiro.ingest.history.CsvMapping;
import io.chihiro.ingest.history.Listener;
import io.chihiro.ingest.listening.LocalDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories and playlists of every other service, recognised by what is in them.
class OtherHistoriesTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private final InMemoryEvents events = new InMemoryEvents();

  @Test
  void listenBrainzTellsStartLengthAndIds() throws Exception {
    PlayImport ended =
        imported(
            "listens",
            """
            {"listened_at":1748964167,"track_metadata":{"track_name":"Golden","artist_name":"Strang",
             "release_name":"Folie","additional_info":{"duration_ms":206760,"isrc":"GB1",
             "spotify_id":"https://open.spotify.com/track/2AX5E86cn9n2dgioZEjirI"}}}
            {"listened_at":1748964167,"track_metadata":{"track_name":"","artist_name":"A"}}
            {"listened_at":17489
            """
                .replace("\n ", " "));

    assertEquals(Map.of("no title", 1L, "broken row", 1L), ended.account().dropped());
    TrackPlayed play = only();
    assertEquals(Source.LISTENBRAINZ, play.source());
    assertEquals(Instant.ofEpochMilli(1748964167000L + 206_760), play.endedAt());
    assertEquals(Optional.of("spotify:track:2AX5E86cn9n2dgioZEjirI"), play.spotifyUri());
    assertEquals(Map.of("isrc", "GB1"), play.ids());
  }

  @Test
  void whatLastFmPlaysNowHasNoDateAndIsNotKept() throws Exception {
    PlayImport ended =
        imported(
            "recent.json",
            """
            {"recenttracks":{"@attr":{"total":"2"},"track":[
             {"artist":{"#text":"P"},"name":"Now","@attr":{"nowplaying":"true"}},
             {"artist":{"#text":"P"},"album":{"#text":"Punisher"},"name":"Kyoto",
              "date":{"uts":"1700000000"}}]}}
            """);

    assertEquals(Map.of("now playing", 1L), ended.account().dropped());
    assertEquals(Stamp.START, only().told());
    assertEquals(Instant.ofEpochSecond(1_700_000_000), only().endedAt());
  }

  @Test
  void pagesOfLastFmAreReadOneAfterTheOther() throws Exception {
    String track =
        "{\"artist\":{\"#text\":\"P\"},\"album\":{},\"name\":\"K\",\"date\":{\"uts\":\"%d\"}}";
    String page = "{\"recenttracks\":{\"track\":[%s]}}";
    String one =
        page.formatted(track.formatted(1_700_000_000) + "," + track.formatted(1_700_001_000));
    String two = page.formatted(track.formatted(1_700_002_000));

    assertEquals(3, imported("a.json", "[" + one + "," + two + "]").account().stored());
    assertEquals(3, imported("b.json", "[[" + track.formatted(1) + "]]").account().rows() + 2);
  }

  @Test
  void lovedTracksAreAListAndNoPlays() throws Exception {
    PlayImport ended =
        imported(
            "loved.json",
            """
            {"lovedtracks":{"track":[
             {"artist":{"name":"Ariana"},"name":"Let Me","date":{"uts":"1664461146"},"url":"u"}]}}
            """);

    assertEquals("1 songs of 1 playlist stored.", ended.message());
    PlaylistKept list = events.all(Topics.PLAYLISTS).values().iterator().next();
    assertEquals("Loved on Last.fm", list.name());
    assertTrue(events.all(Topics.PLAYS).isEmpty());
  }

  @Test
  void tablesOfLastFmAreReadWithAndWithoutHeadings() throws Exception {
    var _ = imported("a.csv", "P,Punisher,Kyoto,14 Nov 2023 22:13\n");
    assertEquals(Optional.of(Stamp.START_TO_THE_MINUTE), only().stamp());
    assertEquals(Source.LAST_FM, only().source());

    PlayImport headed =
        imported(
            "b.csv",
            """
            uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid
            "1700000000","14 Nov 2023, 22:13","P","","Pun, isher","","Ky""oto","m"
            """);
    assertEquals(1, headed.account().stored());
    PlayImport stats =
        imported("c.csv", "Artist;Album;AlbumId;Track;Date#me\nP;Pun;1;Kyoto;1700000500000\n");
    assertEquals(1, stats.account().stored());
  }

  @Test
  void libreFmWritesHeadingsBelowAFewLines() throws Exception {
    var _ =
        imported(
            "libre.csv",
            """
            +ACM- Data export from Libre.fm,,,
            +ACM- host,,,
            Artist,Track,Album,Time
            Oasis,Wonderwall,(What's the Story),1704067200
            """);

    assertEquals(Source.LIBRE_FM, only().source());
    assertEquals("Wonderwall", only().song().title());
  }

  @Test
  void aPlayerThatKnowsNoZoneCountsItsOwnClock() throws Exception {
    PlayImport ended =
        imported(
            "log",
            """
            #AUDIOSCROBBLER/1.1
            #TZ/UNKNOWN
            #CLIENT/Rockbox
            The Beatles\tAbbey\tTogether\t1\t259\tS\t1577836800\tmb
            <Untagged>\t\tx.mp3\t0\t180\tL\t1577844000\t
            broken
            """);

    assertEquals(Map.of("no title", 1L, "broken row", 1L), ended.account().dropped());
    assertTrue(only().skipped());
    assertEquals(Instant.parse("2019-12-31T16:00:00Z").plusSeconds(259), only().endedAt());
  }

  @Test
  void aTableOfAnyoneIsReadByItsHeadingsOrByAMapping() throws Exception {
    var _ = imported("mine.csv", "Date,Song,Artist\n2024-03-05 20:00,Salt,Harbour\n");
    assertEquals(Instant.parse("2024-03-05T12:00:00Z"), only().endedAt());

    CsvMapping mapping =
        new CsvMapping(
            "Lied",
            "Von",
            Optional.empty(),
            Optional.of("Wann"),
            Optional.of("dd.MM.uuuu HH:mm:ss"),
            true,
            Optional.of("Sek"));
    PlayImport mapped =
        imported("m.csv", "Von;Lied;Wann;Sek\nA;B;06.03.2024 20:03:00;180\n", Optional.of(mapping));
    assertEquals(1, mapped.account().stored());
    TrackPlayed play =
        events.all(Topics.PLAYS).values().stream()
            .filter(each -> each.song().title().equals("B"))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(Stamp.END), play.stamp());
    assertEquals(Instant.parse("2024-03-06T12:03:00Z"), play.endedAt());
  }

  @Test
  void playlistsOfThreeKinds() throws Exception {
    var _ =
        imported(
            "drive.m3u8",
            """
            #EXTM3U
            #PLAYLIST:Long drives
            #EXTINF:123,Ana Moura - Night Bus
            a/b.mp3
            /music/The Waves/Low Tide/03 Salt Water.flac
            x
            """);
    var _ =
        imported(
            "list.jspf",
            """
            {"playlist":{"title":"Sea","track":[{"title":"Salt","creator":"Waves","identifier":["i"]}]}}
            """);
    PlayImport table =
        imported(
            "table.csv", "Track URI,Track Name,Artist Name(s),Added At\nspotify:1,Salt,Waves,x\n");

    assertEquals("1 songs of 1 playlist stored.", table.message());
    List<PlaylistKept> lists = List.copyOf(events.all(Topics.PLAYLISTS).values());
    assertEquals(
        List.of("table", "Sea", "Long drives"), lists.stream().map(PlaylistKept::name).toList());
    assertEquals(
        List.of("Night Bus - Ana Moura", "Salt Water - The Waves"),
        lists.getLast().entries().stream().map(each -> each.song().display()).toList());
  }

  @Test
  void proseIsNoTable() throws Exception {
    assertEquals(
        ImportStatus.FAILED, imported("a.txt", "Dear diary, the title,\nsays it").status());
    assertEquals(ImportStatus.FAILED, imported("b.json", "{\"a\":{\"b\":[1]}}").status());
    assertEquals(ImportStatus.FAILED, imported("c.bin", "a\u0000b").status());
  }

  @Test
  void everyFixtureOfThePublicToolsIsRead() throws Exception {
    Path fixtures = Path.of(System.getProperty("chihiro.root"), "../shared/data/listens-other");
    assumeTrue(Files.isDirectory(fixtures), "skipped: ../shared/data is absent (listens-other)");
    Map<String, Long> stored =
        Map.of(
            ".scrobbler.log", 3L,
            "librefm.csv", 3L,
            "listenbrainz_listens.jsonl", 2L,
            "maloja.json", 2L,
            "panoscrobbler.jsonl", 2L);
    for (Map.Entry<String, Long> each : stored.entrySet()) {
      PlayImport ended = imported(each.getKey(), Files.readString(fixtures.resolve(each.getKey())));
      assertEquals(each.getValue(), ended.account().stored(), each.getKey() + " " + ended);
    }
    PlayImport loved =
        imported("loved", Files.readString(fixtures.resolve("lastfm_loved_tracks_1.json")));
    assertEquals(ImportStatus.DONE, loved.status());
    assertTrue(events.all(Topics.PLAYLISTS).size() == 1);
  }

  private TrackPlayed only() {
    assertEquals(1, events.all(Topics.PLAYS).size());
    return events.all(Topics.PLAYS).values().iterator().next();
  }

  private PlayImport imported(String name, String content) throws Exception {
    return imported(name, content, Optional.empty());
  }

  private PlayImport imported(String name, String content, Optional<CsvMapping> mapping)
      throws Exception {
    Path file = Files.createTempFile(folder, "upload", "");
    Files.writeString(file, content);
    ImportLedger ledger = new ImportLedger(folder.resolve("imports")).read();
    LocalDays taipei = LocalDays.parse("Asia/Taipei");
    var importer =
        new ImportPlays(
            ledger,
            events,
            (_, _, _) -> new PlayIds(),
            user -> new Listener(user, taipei::instant),
            1000,
            NOW,
            _ -> {});
    return importer.run(ledger.open("owner", name, file, Instant.EPOCH, mapping));
  }
}
