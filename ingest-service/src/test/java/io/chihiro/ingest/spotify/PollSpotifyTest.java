package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.source.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Spotify tells in its list of latest plays, and what is kept of it.
class PollSpotifyTest {
  private final Listener owner = new Listener();

  @BeforeEach
  void logIn() throws InterruptedException {
    var _ = owner.loggedIn();
  }

  @Test
  void aPlayOfTheListBecomesAPlayOfTheTopic() throws InterruptedException {
    Instant ended = owner.clock.instant().minusSeconds(60);
    owner.recorded.played(Items.track("Salt Water", "The Harbour Lights", "4uLU6", 214_000, ended));

    var _ = owner.round();

    TrackPlayed play = first();
    assertEquals(new Song("Salt Water", "The Harbour Lights"), play.song());
    assertEquals(Optional.of("spotify:track:4uLU6"), play.spotifyUri());
    assertEquals(Optional.of("Low Tide"), play.album());
    assertEquals(ended, play.endedAt());
    assertEquals(214_000, play.msPlayed());
    assertEquals(TrackPlayed.Source.SPOTIFY_API, play.source());
  }

  @Test
  void theSameListAgainStoresNothingAgain() throws InterruptedException {
    owner.playMany(30);
    owner.live(Duration.ofHours(3));

    assertEquals(30, owner.plays.all().size());
    assertEquals(30, owner.plays.writes());
    assertEquals(30, owner.connection().tally().stored());
  }

  @Test
  void itIsAskedEveryFiveMinutes() throws InterruptedException {
    owner.live(Duration.ofHours(1));

    assertEquals(
        12,
        owner.recorded.asked().stream().filter(path -> path.endsWith("recently-played")).count());
  }

  @Test
  void whatALaggingListHoldsBackIsStoredWhenItComes() throws InterruptedException {
    owner.playMany(20);
    owner.recorded.lags(15);
    var _ = owner.round();
    assertEquals(5, owner.plays.all().size());

    owner.recorded.lags(0);
    owner.live(Duration.ofMinutes(6));

    assertEquals(20, owner.plays.all().size());
    assertEquals(List.of(), owner.connection().gaps());
  }

  @Test
  void aListThatFallsBackToWhatItShowedBeforeIsNoGap() throws InterruptedException {
    owner.playMany(60);
    var _ = owner.round();
    owner.recorded.lags(20);
    owner.live(Duration.ofMinutes(6));
    owner.recorded.lags(0);
    owner.live(Duration.ofMinutes(6));

    assertEquals(List.of(), owner.connection().gaps());
  }

  @Test
  void fiftyPlaysOfWhichNoneIsKnownAreAGap() throws InterruptedException {
    owner.playMany(3);
    Instant lastKnown = owner.clock.instant();
    var _ = owner.round();
    List<Instant> ends = owner.playMany(55);

    owner.live(Duration.ofMinutes(6));

    Gap gap = owner.connection().gaps().getFirst();
    assertEquals(1, owner.connection().gaps().size());
    assertEquals(lastKnown, gap.from());
    assertEquals(ends.get(5), gap.to());
    assertTrue(gap.open());
    assertEquals(53, owner.plays.all().size());
  }

  @Test
  void fiftyPlaysOfWhichOneIsKnownAreNoGap() throws InterruptedException {
    owner.playMany(3);
    var _ = owner.round();
    owner.playMany(49);
    owner.live(Duration.ofMinutes(6));

    assertEquals(List.of(), owner.connection().gaps());
    assertEquals(52, owner.plays.all().size());
  }

  @Test
  void theVeryFirstListIsNoGap() throws InterruptedException {
    owner.playMany(80);

    assertEquals(List.of(), owner.round().gaps());
  }

  @Test
  void aSongThatIsRepeatedAtOnceIsTwoPlays() throws InterruptedException {
    Instant ended = owner.clock.instant();
    owner.recorded.played(Items.number(7, ended.minusSeconds(180)));
    owner.recorded.played(Items.number(7, ended));

    var _ = owner.round();

    assertEquals(2, owner.plays.all().size());
  }

  @Test
  void aPodcastIsCountedAndNotKept() throws InterruptedException {
    owner.recorded.played(Items.episode(owner.clock.instant()));

    owner.live(Duration.ofMinutes(30));

    assertEquals(Map.of("podcast", 1L), owner.connection().tally().dropped());
    assertTrue(owner.plays.all().isEmpty());
  }

  @Test
  void aLocalFileIsKeptByItsNameAndWithoutAnAddress() throws InterruptedException {
    owner.recorded.played(Items.local("Demo 4", "Ana Moura", owner.clock.instant()));
    owner.recorded.played(Items.local("Track 1", "", owner.clock.instant().plusSeconds(1)));

    var _ = owner.round();

    TrackPlayed play = first();
    assertEquals(new Song("Demo 4", "Ana Moura"), play.song());
    assertEquals(Optional.empty(), play.spotifyUri());
    assertEquals(Map.of("no title", 1L), owner.connection().tally().dropped());
  }

  @Test
  void missingFieldsAreNoReasonToLoseAPlay() throws InterruptedException {
    owner.recorded.played(Items.bare("Night Bus", owner.clock.instant()));
    owner.recorded.played("{\"track\":null,\"played_at\":\"" + owner.clock.instant() + "\"}");
    owner.recorded.played("{\"track\":{\"name\":\"x\"}}");

    owner.live(Duration.ofMinutes(30));

    TrackPlayed play = first();
    assertEquals(new Song("Night Bus", "Ana Moura"), play.song());
    assertEquals(30_000, play.msPlayed(), "Spotify lists a play from half a minute on");
    assertEquals(Map.of("no title", 1L, "broken row", 1L), owner.connection().tally().dropped());
    assertEquals(3, owner.connection().tally().told());
  }

  @Test
  void whatIsPlayingIsShownAndNotCounted() throws InterruptedException {
    owner.recorded.plays(Items.player("Salt Water", 60_000, 214_000, false));

    var _ = owner.round();

    Playing playing = owner.spotify.playing(Listener.USER).orElseThrow();
    assertEquals(Optional.of(new Song("Salt Water", "The Harbour Lights")), playing.song());
    assertTrue(owner.plays.all().isEmpty());
    assertEquals(0, owner.connection().tally().told());
  }

  @Test
  void whatIsHeardInPrivateIsCountedAndNeitherShownNorKept() throws InterruptedException {
    Instant start = owner.clock.instant();
    owner.recorded.played(Items.number(1, start.minusSeconds(60)));
    owner.recorded.plays(Items.player("Secret", 60_000, 240_000, true));
    var _ = owner.round();
    assertEquals(Optional.empty(), owner.spotify.playing(Listener.USER).orElseThrow().song());

    owner.recorded.played(Items.number(2, start.plusSeconds(181)));
    owner.recorded.plays(Items.player("Open", 1_000, 240_000, false));
    owner.recorded.played(Items.number(3, start.plusSeconds(500)));
    owner.live(Duration.ofMinutes(20));

    assertEquals(
        List.of("Song 1", "Song 3"),
        owner.plays.all().values().stream().map(play -> play.song().title()).toList());
    assertEquals(Map.of("private session", 1L), owner.connection().tally().dropped());
    assertFalse(owner.connection().privateTimes().isEmpty());
  }

  @Test
  void nobodyIsAskedBeforeTheOwnerConnects() throws InterruptedException {
    Listener stranger = new Listener();

    stranger.live(Duration.ofDays(1));

    assertEquals(List.of(), stranger.recorded.asked());
  }

  private TrackPlayed first() {
    return owner.plays.all().values().iterator().next();
  }
}
