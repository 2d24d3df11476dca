package io.chihiro.ingest.lastfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.SharedData;
import io.chihiro.ingest.source.Account;
import io.chihiro.ingest.source.Listen;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PagedHistory.Page;
import io.chihiro.ingest.source.SetClock;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.source.Trouble.LockedOut;
import io.chihiro.ingest.source.Trouble.Refused;
import io.chihiro.ingest.source.Trouble.Unwell;
import io.chihiro.ingest.web.ScriptedWeb;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastFmTest {
  private static final Instant FROM = Instant.EPOCH;
  private static final Instant TO = Instant.ofEpochSecond(1_664_500_000);
  private static final Account ME = new Account("owner", "me too", "k3y");
  private static final String PLAYING =
      """
      {"artist":{"mbid":"","#text":"Ana Moura"},"name":"Night Bus","album":{"#text":""},
       "@attr":{"nowplaying":"true"},"url":"u"}
      """;
  private static final String HEARD =
      """
      {"artist":{"mbid":"","#text":"The Harbour Lights"},"name":"Salt Water",
       "album":{"mbid":"","#text":"Low Tide"},"date":{"uts":"1664461146","#text":"29 Sep 2022"}}
      """;

  private final ScriptedWeb web = new ScriptedWeb();
  private final LastFm lastFm =
      new LastFm(URI.create("https://ws.test"), web, new SetClock("2026-06-01T08:00:00Z"));

  @Test
  void aRowIsAPlayThatBeganAtItsStamp() throws InterruptedException {
    web.then(200, recent("[" + HEARD + "]", 1));

    Page page = got(lastFm.page(ME, FROM, TO));

    TrackPlayed play = ((Listen.Kept) page.listens().getFirst()).played();
    assertEquals(new Song("Salt Water", "The Harbour Lights"), play.song());
    assertEquals(Optional.of("Low Tide"), play.album());
    assertEquals(Instant.ofEpochSecond(1_664_461_146), play.endedAt());
    assertEquals(0, play.msPlayed(), "Last.fm does not tell how long");
    assertEquals(TrackPlayed.Source.LAST_FM, play.source());
    assertTrue(page.last());
  }

  @Test
  void whatIsPlayingNowIsNoListenYet() throws InterruptedException {
    web.then(200, recent("[" + PLAYING + "," + HEARD + "]", 1));

    assertEquals(1, got(lastFm.page(ME, FROM, TO)).listens().size());
  }

  @Test
  void oneRowMayComeAsAnObject() throws InterruptedException {
    web.then(200, recent(HEARD, 1)).then(200, recent(PLAYING, 1));

    assertEquals(1, got(lastFm.page(ME, FROM, TO)).listens().size());
    assertEquals(0, got(lastFm.page(ME, FROM, TO)).listens().size());
  }

  @Test
  void itIsAskedForTwoHundredByTime() throws InterruptedException {
    web.then(200, recent("[]", 3));

    assertFalse(got(lastFm.page(ME, FROM, TO)).last());
    String query = web.asked().getFirst().address().getRawQuery();
    assertTrue(query.contains("limit=200"), query);
    assertTrue(query.contains("to=1664500000"), query);
    assertTrue(query.contains("user=me%20too"), query);
    assertFalse(query.contains("page="), query);
  }

  @ParameterizedTest
  @CsvSource({"6, know this user", "10, API key", "17, private"})
  void whatItRefusesIsSaid(int error, String part) throws InterruptedException {
    web.then(error == 17 ? 403 : 400, "{\"error\":" + error + ",\"message\":\"m\"}");

    Trouble trouble = trouble(lastFm.page(ME, FROM, TO));

    assertTrue(trouble instanceof Refused && trouble.sentence().contains(part), trouble.toString());
  }

  @Test
  void tooManyCallsAreALockOut() throws InterruptedException {
    web.then(200, "{\"error\":29,\"message\":\"Rate Limit Exceeded\"}").then(429, "");

    assertTrue(trouble(lastFm.page(ME, FROM, TO)) instanceof LockedOut);
    assertTrue(trouble(lastFm.page(ME, FROM, TO)) instanceof LockedOut);
  }

  @Test
  void whatIsBrokenThereIsTriedAgain() throws InterruptedException {
    web.then(500, "<html>").then(200, "{\"error\":8}").then(200, "{\"recent").then(200, "");

    for (int i = 0; i < 4; i++) {
      assertTrue(trouble(lastFm.page(ME, FROM, TO)) instanceof Unwell);
    }
  }

  @Test
  void lovedTracksAreReadWithTheirDay() throws InterruptedException {
    web.then(
        200,
        """
        {"lovedtracks":{"track":[{"artist":{"name":"Ana Moura"},"name":"Night Bus",
          "date":{"uts":"1664461146"}},{"artist":{"name":""},"name":"x"}],
         "@attr":{"page":"1","totalPages":"2"}}}
        """);

    LovedTracks loved = got(lastFm.loved(ME, 1));

    assertEquals(
        List.of(
            new LovedTracks.Loved(
                new Song("Night Bus", "Ana Moura"),
                Optional.of(Instant.ofEpochSecond(1_664_461_146)))),
        loved.tracks());
    assertFalse(loved.last());
  }

  @Test
  void lovedTracksAreReadAsTheyWereRecorded() throws InterruptedException, IOException {
    web.then(200, SharedData.read("listens-other/lastfm_loved_tracks_1.json"));

    LovedTracks loved = got(lastFm.loved(ME, 1));

    assertEquals(new Song("Let Me Love You", "Ariana Grande"), loved.tracks().getFirst().song());
    assertTrue(loved.tracks().stream().allMatch(track -> track.lovedAt().isPresent()));
  }

  private static String recent(String tracks, int pages) {
    return "{\"recenttracks\":{\"track\":%s,\"@attr\":{\"page\":\"1\",\"totalPages\":\"%d\"}}}"
        .formatted(tracks, pages);
  }

  private static <T> T got(Outcome<T> outcome) {
    return switch (outcome) {
      case Got<T>(T value) -> value;
      case Failed<T>(Trouble trouble) -> throw new AssertionError(trouble.sentence());
    };
  }

  private static <T> Trouble trouble(Outcome<T> outcome) {
    return switch (outcome) {
      case Got<T> _ -> throw new AssertionError("it answered");
      case Failed<T>(Trouble trouble) -> trouble;
    };
  }
}
