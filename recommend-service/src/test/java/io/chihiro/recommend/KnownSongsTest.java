package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.song;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.recommend.KnownSongs.KnownSong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownSongsTest {
  private final List<Moment> moments = new ArrayList<>();

  @Test
  void aSongIsThereOnceWithAllItsDays() {
    day(song("Salt Water", 3));
    day(song("Night Bus", 4));
    day(song("salt water", 5));

    assertEquals(
        List.of(
            new KnownSong("salt water", "Nobody", 8, 2, DAY, DAY.plusDays(2), Optional.empty()),
            new KnownSong(
                "Night Bus", "Nobody", 4, 1, DAY.plusDays(1), DAY.plusDays(1), Optional.empty())),
        KnownSongs.of(moments));
  }

  @Test
  void theSourcesOwnIdIsKeptWhenALaterDayLacksIt() {
    Song song = new Song("Salt Water", "Nobody");
    day(new SongPlays(song, 3, Optional.of("spotify:old")));
    day(new SongPlays(song, 3, Optional.empty()));

    assertEquals(Optional.of("spotify:old"), KnownSongs.of(moments).getFirst().spotifyUri());
  }

  @Test
  void whatWasPlayedMostComesFirstAndThenTheAlphabet() {
    day(song("c", 3), song("b", 3), song("d", 9), song("a", 3));

    assertEquals(
        List.of("d", "a", "b", "c"),
        KnownSongs.of(moments).stream().map(KnownSong::title).toList());
  }

  @Test
  void aSongIsFoundByAnyPartOfItsTitleOrArtist() {
    day(song("Salt Water", 3));
    KnownSong salt = KnownSongs.of(moments).getFirst();

    assertTrue(salt.holds("water"));
    assertTrue(salt.holds("nobo"));
    assertTrue(salt.holds(""));
    assertFalse(salt.holds("wine"));
  }

  private void day(SongPlays... songs) {
    moments.add(new Moment("owner", DAY.plusDays(moments.size()), "A quiet day.", List.of(songs)));
  }
}
