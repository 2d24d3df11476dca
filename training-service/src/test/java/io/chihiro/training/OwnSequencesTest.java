package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnSequencesTest {
  private static final Instant BEGIN = Instant.parse("2024-03-05T20:00:00Z");
  private static final String WAVES = new Song("Waves", "The Sea").identity();
  private static final String REMASTERED = new Song("Waves - Remastered", "The Sea").identity();
  private static final String TIDES = new Song("Tides", "The Sea").identity();
  private static final String LISTED = new Song("Never Played", "Nobody").identity();
  private static final SongIds IDS =
      new SongIds(Map.of("a", List.of(WAVES, REMASTERED), "b", List.of(TIDES)), Map.of());

  @Test
  void aLongSilenceEndsASession() {
    OwnSequences heard =
        of(at(0, WAVES), at(4, TIDES), at(60, TIDES), at(64, WAVES), at(200, WAVES));

    assertEquals(List.of(List.of("a", "b"), List.of("b", "a")), heard.sessions());
  }

  @Test
  void spellingsOfASongAreOneSongAndOneSongIsNoCompany() {
    assertEquals(List.of(), of(at(0, WAVES), at(4, REMASTERED)).sessions());
    assertEquals(
        Map.of("a", Set.of(WAVES, REMASTERED), "b", Set.of(TIDES)),
        of(at(0, REMASTERED), at(4, TIDES)).names());
  }

  @Test
  void whatTwoSourcesTellOfOneListenIsThereOnce() {
    Heard told = at(0, WAVES);
    Heard again = new Heard(WAVES, told.from().plusSeconds(40), told.to(), Source.LAST_FM);
    Heard between =
        new Heard(TIDES, told.from().plusSeconds(30), told.to(), Source.SPOTIFY_EXTENDED_HISTORY);

    assertEquals(List.of(List.of("a", "b")), of(told, between, again).sessions());
  }

  @Test
  void whatTheOwnerCallsOneSongIsOne() {
    SongIds merged =
        new SongIds(
            Map.of("a", List.of(WAVES), "b", List.of(TIDES)),
            Map.of("b", new Song("Waves", "The Sea")));

    assertEquals("a", merged.of(TIDES));
    assertEquals(
        Map.of("a", Set.of(WAVES, TIDES)), merged.names(Set.of("a"), List.of(WAVES, TIDES)));
  }

  @Test
  void aSongThatOnlyAPlaylistNamesIsNotReadFromAModel() {
    OwnSequences heard =
        OwnSequences.of(List.of(at(0, WAVES)), List.of(List.of(WAVES, LISTED)), IDS);

    assertEquals(1, heard.playlists().size());
    assertFalse(heard.toString().contains("never played"), heard.toString());
  }

  @Test
  void everyDayOnWhichAPlayMayLieIsTold() {
    OwnSequences heard = of(at(0, WAVES));

    assertEquals(
        Set.of(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 6)),
        heard.days());
  }

  private static OwnSequences of(Heard... plays) {
    return OwnSequences.of(List.of(plays), List.of(), IDS);
  }

  private static Heard at(int minute, String song) {
    Instant from = BEGIN.plusSeconds(60L * minute);
    return new Heard(song, from, from.plusSeconds(200), Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
