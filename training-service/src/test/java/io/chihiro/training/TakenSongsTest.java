package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.models.tastes.Interaction;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.training.LearnablePlays.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakenSongsTest {
  private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
  private static final Song WAVES = new Song("Waves", "The Gulls");
  private static final SongIds IDS = new SongIds(Map.of("w", List.of(WAVES.identity())), Map.of());
  private static final Map<String, Song> NAMED = Map.of("w", WAVES);

  private final TakenSongs taken = new TakenSongs();

  @Test
  void aSongCountsOnceForWhoeverPlayedItSinceTheFirstTime() {
    taken.add("ana", List.of(heard(WAVES, NOON.plusSeconds(60)), heard(WAVES, NOON)), IDS, NAMED);
    taken.add("lin", List.of(heard(WAVES, NOON.plusSeconds(9))), IDS, NAMED);

    Tastes tastes = taken.tastes();

    assertEquals(2, tastes.interactions().size());
    assertTrue(
        tastes.interactions().contains(new Interaction("ana", "w", Optional.of(NOON))),
        tastes.toString());
    assertEquals("Waves", tastes.items().values().iterator().next().title());
  }

  @Test
  void aSongIsCalledWhatMostCallItAndNotWhatOneAloneWrote() {
    Song own = new Song("Waves", "The Gulls, heard with somebody");
    taken.add("ana", List.of(heard(WAVES, NOON)), IDS, Map.of("w", own));
    taken.add("lin", List.of(heard(WAVES, NOON)), IDS, NAMED);
    assertEquals("The Gulls", taken.tastes().items().values().iterator().next().artist());
    taken.add("zen", List.of(heard(WAVES, NOON)), IDS, NAMED);

    assertEquals("The Gulls", taken.tastes().items().values().iterator().next().artist());
  }

  @Test
  void whatTheCatalogueDoesNotNameIsPassedOver() {
    taken.add("ana", List.of(heard(new Song("Unknown", "Nobody"), NOON)), IDS, NAMED);

    assertEquals(List.of(), taken.tastes().interactions());
  }

  @Test
  void aVersionTellsWithWhomItWasMadeAndOneThatDoesNotMayBeWithAnybody(@TempDir Path folder)
      throws IOException {
    assertTrue(LearnedPeople.include(folder, "ana"));
    assertEquals(Optional.empty(), LearnedPeople.of(folder));

    LearnedPeople.write(folder, List.of("lin", "ana"));

    assertEquals(Optional.of(List.of("ana", "lin")), LearnedPeople.of(folder));
    assertTrue(LearnedPeople.include(folder, "ana"));
    assertTrue(!LearnedPeople.include(folder, "haku"));
  }

  private static Heard heard(Song song, Instant from) {
    return new Heard(
        song.identity(), from, from.plus(Duration.ofMinutes(3)), Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
