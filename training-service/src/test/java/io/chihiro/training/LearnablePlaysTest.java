package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnablePlaysTest {
  private static final Instant END = Instant.parse("2024-03-05T20:00:00Z");
  private static final Song SONG = new Song("Waves", "The Sea");
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  @Test
  void aPlayThatCountsIsHeardFromItsBeginningToItsEnd() {
    Heard heard = plain().of(played(Source.SPOTIFY_EXTENDED_HISTORY, 180_000, false)).orElseThrow();

    assertEquals(SONG.identity(), heard.spelled());
    assertEquals(END.minusSeconds(180), heard.from());
    assertEquals(END, heard.to());
  }

  @Test
  void whatASourceForbidsTeachesOnlyIfTheOwnerAllowsIt() {
    TrackPlayed live = played(Source.SPOTIFY_API, 180_000, false);
    PlaylistKept list =
        new PlaylistKept("owner", "list", "List", PlaylistKept.Source.SPOTIFY_API, List.of());

    assertFalse(plain().of(live).isPresent());
    assertFalse(plain().mayTeach(list));
    LearnablePlays allowed = new LearnablePlays(rules(true, false), SHORTEST, Map.of());
    assertTrue(allowed.of(live).isPresent());
    assertTrue(allowed.mayTeach(list));
  }

  @Test
  void whatIsTooShortOrSkippedUnheardDoesNotCount() {
    assertFalse(plain().of(played(Source.SPOTIFY_EXTENDED_HISTORY, 29_000, false)).isPresent());
    assertTrue(plain().of(played(Source.SPOTIFY_EXTENDED_HISTORY, 60_000, true)).isPresent());
    assertFalse(plain().of(played(Source.LAST_FM, 60_000, true)).isPresent());
    assertTrue(plain().of(played(Source.LAST_FM, 0, false)).isPresent(), "its length is unknown");
  }

  @Test
  void whatTheOwnerDeletedOrHidIsNotLearned() {
    TrackPlayed play = played(Source.LAST_FM, 180_000, false);

    assertFalse(said(word(true, false, Optional.empty())).of(play).isPresent());
    assertFalse(said(word(false, true, Optional.empty())).of(play).isPresent());
    LearnablePlays counted =
        new LearnablePlays(
            rules(false, true), SHORTEST, Map.of("one", word(false, true, Optional.empty())));
    assertTrue(counted.of(play).isPresent());
  }

  @Test
  void aPlayIsLearnedAsItsOwnerSaysItWas() {
    Song truly = new Song("Tides", "The Sea");
    Heard heard =
        said(word(false, false, Optional.of(truly)))
            .of(played(Source.LAST_FM, 180_000, false))
            .orElseThrow();

    assertEquals(truly.identity(), heard.spelled());
  }

  private static LearnablePlays plain() {
    return new LearnablePlays(ListeningRules.none("owner"), SHORTEST, Map.of());
  }

  private static LearnablePlays said(PlayCorrected word) {
    return new LearnablePlays(ListeningRules.none("owner"), SHORTEST, Map.of("one", word));
  }

  private static PlayCorrected word(boolean deleted, boolean secret, Optional<Song> song) {
    return new PlayCorrected(
        "owner", "one", END, deleted, secret, false, song, Optional.empty(), Optional.empty());
  }

  private static ListeningRules rules(boolean apiTeaches, boolean secretCounts) {
    return new ListeningRules(
        "owner",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(secretCounts),
        Optional.empty(),
        Optional.of(apiTeaches));
  }

  private static TrackPlayed played(Source source, long milliseconds, boolean skipped) {
    return new TrackPlayed(
        "owner",
        "one",
        SONG,
        Optional.empty(),
        Optional.empty(),
        END,
        milliseconds,
        Optional.empty(),
        Optional.empty(),
        skipped,
        Optional.empty(),
        source);
  }
}
