package io.chihiro.ingest.listenbrainz;

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
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.ScriptedWeb;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenBrainzTest {
  private static final Instant TO = Instant.ofEpochSecond(1_750_000_000);
  private static final Account ME = new Account("owner", "me/too", "");
  private static final String LISTEN =
      """
      {"listened_at":1748964167,"track_metadata":{"track_name":"Salt Water",
       "artist_name":"The Harbour Lights","release_name":"Low Tide","additional_info":{
       "duration_ms":206760,"spotify_id":"https://open.spotify.com/track/2AX5"}}}
      """;

  private final ScriptedWeb web = new ScriptedWeb();
  private final SetClock clock = new SetClock("2026-06-01T08:00:00Z");
  private final ListenBrainz listenBrainz =
      new ListenBrainz(URI.create("https://api.test"), web, clock);

  @Test
  void aListenIsAPlayThatEndedAfterItsLength() throws InterruptedException {
    web.then(200, payload(LISTEN));

    TrackPlayed play = ((Listen.Kept) got(Instant.EPOCH).listens().getFirst()).played();

    assertEquals(new Song("Salt Water", "The Harbour Lights"), play.song());
    assertEquals(Instant.ofEpochSecond(1_748_964_167).plusMillis(206_760), play.endedAt());
    assertEquals(206_760, play.msPlayed());
    assertEquals(Optional.of("spotify:track:2AX5"), play.spotifyUri());
    assertEquals(Optional.of("Low Tide"), play.album());
  }

  @Test
  void missingFieldsAreNoReasonToLoseAListen() throws InterruptedException {
    web.then(
        200,
        payload(
            "{\"listened_at\":1748964167,\"track_metadata\":{\"track_name\":\"a\",\"artist_name\":\"b\"}},"
                + "{\"listened_at\":1748964168,\"track_metadata\":{\"artist_name\":\"b\"}},"
                + "{\"track_metadata\":{\"track_name\":\"a\",\"artist_name\":\"b\"}}"));

    List<Listen> listens = got(Instant.EPOCH).listens();

    assertEquals(2, listens.size());
    assertEquals(Listen.NO_TITLE, ((Listen.Dropped) listens.getLast()).reason());
  }

  @Test
  void itIsAskedForAThousandBeforeAnInstantAndNothingElse() throws InterruptedException {
    web.then(200, payload(LISTEN));

    assertFalse(got(Instant.EPOCH).last());
    assertEquals(
        "https://api.test/1/user/me%2Ftoo/listens?count=1000&max_ts=1750000000",
        web.asked().getFirst().address().toString());
    assertEquals(Map.of(), web.asked().getFirst().headers());
  }

  @Test
  void anEmptyPageAndAListenFromBeforeTheStretchAreItsEnd() throws InterruptedException {
    web.then(200, payload("")).then(200, payload(LISTEN));

    assertTrue(got(Instant.EPOCH).last());
    Page beyond = got(Instant.ofEpochSecond(1_748_964_168));
    assertTrue(beyond.last());
    assertEquals(List.of(), beyond.listens());
  }

  @Test
  void whenNoCallIsLeftTheNextOneWaits() throws InterruptedException {
    web.then(
        new Answered(
            200,
            Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset-in", "7"),
            payload(LISTEN)));

    assertEquals(clock.instant().plusSeconds(7), got(Instant.EPOCH).notBefore());
  }

  @Test
  void tooManyCallsAreALockOutForAsLongAsItSays() throws InterruptedException {
    web.then(new Answered(429, Map.of("retry-after", "90"), ""));

    assertTrue(
        trouble() instanceof LockedOut(Instant until, String _)
            && until.equals(clock.instant().plusSeconds(90)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404})
  void whatItRefusesIsSaid(int status) throws InterruptedException {
    web.then(status, "{\"code\":1}");

    assertTrue(trouble() instanceof Refused);
  }

  @Test
  void aTokenIsShownOnlyIfThereIsOne() throws InterruptedException {
    web.then(200, payload(LISTEN));
    var _ = listenBrainz.page(new Account("owner", "me", "t0k"), Instant.EPOCH, TO);

    assertEquals(Map.of("Authorization", "Token t0k"), web.asked().getFirst().headers());
  }

  @Test
  void listensAreReadAsTheyWereRecorded() throws InterruptedException, IOException {
    String lines = SharedData.read("listens-other/listenbrainz_listens.jsonl").strip();
    web.then(200, payload(String.join(",", lines.split("\n", -1))));

    List<Listen> listens = got(Instant.EPOCH).listens();

    assertEquals(
        List.of("Golden Brown", "California Dreamin'"),
        listens.stream().map(each -> ((Listen.Kept) each).played().song().title()).toList());
  }

  private static String payload(String listens) {
    return "{\"payload\":{\"count\":1,\"listens\":[" + listens + "]}}";
  }

  private Page got(Instant from) throws InterruptedException {
    return switch (listenBrainz.page(ME, from, TO)) {
      case Got<Page>(Page page) -> page;
      case Failed<Page>(Trouble trouble) -> throw new AssertionError(trouble.sentence());
    };
  }

  private Trouble trouble() throws InterruptedException {
    Outcome<Page> outcome = listenBrainz.page(ME, Instant.EPOCH, TO);
    return switch (outcome) {
      case Got<Page> _ -> throw new AssertionError("it answered");
      case Failed<Page>(Trouble trouble) -> trouble;
    };
  }
}
