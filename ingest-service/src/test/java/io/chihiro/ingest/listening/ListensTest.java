package io.chihiro.ingest.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongName;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.listening.Listen.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListensTest {
  private static final Song SEA = new Song("Salt Water", "The Harbour Lights");
  private static final Instant BEGIN = Instant.parse("2024-03-05T20:00:10Z");
  private static final long THREE_MINUTES = 180_000;
  private static final Instant END = BEGIN.plusMillis(THREE_MINUTES);
  private static final PlayRules RULES =
      new PlayRules(LocalDays.parse("UTC"), Duration.ofSeconds(30), 3);
  private static final OwnersWord NOTHING = new OwnersWord(RULES, Map.of(), Map.of(), Map.of());

  private static final TrackPlayed EXPORTED =
      ToldPlays.told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, END, THREE_MINUTES);
  private static final TrackPlayed SCROBBLED = ToldPlays.told(Source.LAST_FM, SEA, BEGIN, 0);
  private static final TrackPlayed OF_THE_ACCOUNT =
      ToldPlays.told(
          Source.SPOTIFY_ACCOUNT_DATA, SEA, Instant.parse("2024-03-05T20:03:00Z"), THREE_MINUTES);
  private static final TrackPlayed LIVE =
      ToldPlays.told(Source.SPOTIFY_API, SEA, END.plusSeconds(1), 185_000);

  @Test
  void whatFourSourcesTellIsOneListenAndTheMostExactIsBelieved() {
    Listen listen = one(SCROBBLED, LIVE, OF_THE_ACCOUNT, EXPORTED);

    assertEquals(Source.SPOTIFY_EXTENDED_HISTORY, listen.told().source());
    assertEquals(
        List.of(Reason.SAME_MINUTE, Reason.SAME_END, Reason.SAME_START),
        listen.doubles().stream().map(Listen.Doubled::reason).toList());
  }

  @Test
  void anEndIsComparedWithAStart() {
    assertEquals(Reason.SAME_START, one(EXPORTED, SCROBBLED).doubles().getFirst().reason());
  }

  @Test
  void aListenThatPausedIsOne() {
    TrackPlayed begunEarlier = ToldPlays.told(Source.LAST_FM, SEA, BEGIN.minusSeconds(60), 0);

    assertEquals(Reason.WITHIN, one(EXPORTED, begunEarlier).doubles().getFirst().reason());
  }

  @Test
  void trueRepeatsBackToBackStay() {
    List<TrackPlayed> told = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Duration later = Duration.ofMillis(i * THREE_MINUTES);
      told.add(
          ToldPlays.told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, END.plus(later), THREE_MINUTES));
      told.add(ToldPlays.told(Source.LAST_FM, SEA, BEGIN.plus(later).plusSeconds(1), 0));
    }

    List<Listen> listens = listens(told);

    assertEquals(5, listens.size());
    assertTrue(listens.stream().allMatch(listen -> listen.doubles().size() == 1));
  }

  @Test
  void theRepeatThatAnotherSourceMissedStays() {
    TrackPlayed second = ToldPlays.told(Source.LAST_FM, SEA, END, 0);

    assertEquals(2, listens(List.of(EXPORTED, second)).size());
  }

  @Test
  void twoPlaysOfOneSourceAreTwoListens() {
    TrackPlayed rightAfter =
        ToldPlays.told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, END.plusSeconds(1), 1_000);

    assertEquals(2, listens(List.of(EXPORTED, rightAfter)).size());
  }

  @Test
  void anotherSpellingOfTheArtistIsBelievedWhenTheTimesAgree() {
    Song elsewhere = new Song("Salt Water - 2011 Remaster", "Harbor Lights");
    TrackPlayed sure = ToldPlays.told(Source.LAST_FM, elsewhere, BEGIN.plusSeconds(2), 0);
    TrackPlayed unsure = ToldPlays.told(Source.LAST_FM, elsewhere, BEGIN.plusSeconds(50), 0);

    assertEquals(1, listens(List.of(EXPORTED, sure)).size());
    assertEquals(2, listens(List.of(EXPORTED, unsure)).size());
  }

  @Test
  void whatASourceTellsInItsFileAndLiveIsOneListen() {
    TrackPlayed live =
        new TrackPlayed(
            "owner",
            "lastfm-" + BEGIN.toEpochMilli() + "-4a1f",
            SEA,
            Optional.empty(),
            Optional.empty(),
            BEGIN,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Source.LAST_FM);

    assertEquals(Reason.SAME_START, one(SCROBBLED, live).doubles().getFirst().reason());
    assertEquals(2, one(SCROBBLED, live, EXPORTED).doubles().size());
  }

  @Test
  void anotherSongIsAnotherListen() {
    TrackPlayed other = ToldPlays.told(Source.LAST_FM, new Song("Night Bus", "Ana"), BEGIN, 0);

    assertEquals(2, listens(List.of(EXPORTED, other)).size());
  }

  @Test
  void stampsToTheMinuteAreMatchedOneByOne() {
    TrackPlayed skipped =
        ToldPlays.told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, END.plusSeconds(8), 7_000);
    TrackPlayed skippedToTheMinute =
        ToldPlays.told(
            Source.SPOTIFY_ACCOUNT_DATA, SEA, Instant.parse("2024-03-05T20:03:00Z"), 7_000);

    List<Listen> listens = listens(List.of(EXPORTED, skipped, skippedToTheMinute, OF_THE_ACCOUNT));

    assertEquals(2, listens.size());
    assertEquals(THREE_MINUTES, listens.getFirst().doubles().getFirst().play().milliseconds());
  }

  @Test
  void whatTheOwnerHoldsApartStaysApart() {
    OwnersWord apart = word(said(SCROBBLED, false, true, Optional.empty()));

    assertEquals(2, apart.listens(heard(List.of(EXPORTED, SCROBBLED))).size());
  }

  @Test
  void aDeletedPlayMakesNoListen() {
    OwnersWord deleted = word(said(EXPORTED, true, false, Optional.empty()));

    assertEquals(List.of(), deleted.listens(heard(List.of(EXPORTED))));
  }

  @Test
  void aPlayOfAnotherSongInTruthIsMatchedAsThat() {
    Song truly = new Song("Night Bus", "Ana");
    OwnersWord edited = word(said(EXPORTED, false, false, Optional.of(truly)));

    List<Listen> listens = edited.listens(heard(List.of(EXPORTED, SCROBBLED)));

    assertEquals(2, listens.size());
    assertTrue(listens.stream().anyMatch(listen -> listen.song().equals(truly)));
  }

  @Test
  void songsMergedByHandAreMatched() {
    Song alias = new Song("Salzwasser", "The Harbour Lights");
    TrackPlayed german = ToldPlays.told(Source.LAST_FM, alias, BEGIN, 0);
    OwnersWord merged =
        new OwnersWord(RULES, Map.of(), Map.of(SongName.of(alias).id(), SEA), Map.of());

    assertEquals(2, listens(List.of(EXPORTED, german)).size());
    assertEquals(1, merged.listens(heard(List.of(EXPORTED, german))).size());
  }

  @Test
  void aListenMayTeachIfAnyoneWhoToldOfItAllowsThat() {
    assertFalse(one(LIVE).mayTeach());
    assertTrue(one(LIVE, EXPORTED).mayTeach());
  }

  @Test
  void theOrderOfTellingMakesNoDifference() {
    List<TrackPlayed> told = new YearOfListening(3, 40).everything();
    List<Listen> expected = listens(told);
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      List<TrackPlayed> shuffled = new ArrayList<>(told);
      Collections.shuffle(shuffled, random);
      assertEquals(expected, listens(shuffled));
    }
  }

  private static Listen one(TrackPlayed... told) {
    List<Listen> listens = listens(List.of(told));
    assertEquals(1, listens.size(), listens::toString);
    return listens.getFirst();
  }

  private static List<Listen> listens(List<TrackPlayed> told) {
    return NOTHING.listens(heard(told));
  }

  private static List<HeardPlay> heard(List<TrackPlayed> told) {
    return told.stream().map(HeardPlay::of).toList();
  }

  private static OwnersWord word(PlayCorrected correction) {
    return new OwnersWord(RULES, Map.of(correction.play(), correction), Map.of(), Map.of());
  }

  private static PlayCorrected said(
      TrackPlayed play, boolean deleted, boolean apart, Optional<Song> song) {
    return new PlayCorrected(
        "owner",
        play.play(),
        play.endedAt(),
        deleted,
        false,
        apart,
        song,
        Optional.empty(),
        Optional.empty());
  }
}
