package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Moment;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What somebody says of their plays and songs is heard without importing again, and outlasts
/// imports.
class OwnersWordTest extends OwnersTopology {
  @Test
  void aDeletedPlayStaysDeletedWhenItIsImportedAgain() {
    day(SEA, SEA, SEA, SEA);
    assertEquals(4, playsOn(DAY));

    correct(played(SEA, 0), word -> word.deleted = true);
    assertEquals(3, playsOn(DAY));

    send(played(SEA, 0));
    assertEquals(Map.of(), settled());
    unsay(Topics.PLAY_CORRECTIONS, "owner/" + played(SEA, 0).play());
    assertEquals(4, playsOn(DAY));
  }

  @Test
  void whatIsSaidBeforeThePlayIsThereHoldsAsWell() {
    correct(played(SEA, 0), word -> word.deleted = true);
    day(SEA, SEA, SEA, SEA);

    assertEquals(3, playsOn(DAY));
  }

  @Test
  void aPlayMovedToAnotherDayCountsThere() {
    day(SEA, SEA, SEA, SEA);
    write("b", "2024-06-01", "Summer.");
    for (int i = 0; i < 3; i++) {
      int later = i;
      correct(
          played(SEA, i),
          word -> word.endedAt = Optional.of(Instant.parse("2024-06-01T10:0" + later + ":00Z")));
    }

    Map<String, Moment> after = latest();
    assertEquals(List.of(), songs(after, DAY));
    assertEquals(List.of("Salt Water 3"), songs(after, "owner/2024-06-01"));

    hear(SEA, SEA, SEA, SEA);
    assertEquals(Map.of(), settled(), "importing again moves nothing back");
  }

  @Test
  void aSecretPlayDoesNotCountUnlessItsOwnerSaysSo() {
    day(SEA, SEA, SEA, SEA);
    correct(played(SEA, 0), word -> word.secret = true);
    assertEquals(3, playsOn(DAY));

    rules(said -> said.secretCounts = Optional.of(true));

    assertEquals(4, playsOn(DAY));
  }

  @Test
  void songsAreMergedAndSplitByHand() {
    Song salt = new Song("Salzwasser", "The Harbour Lights");
    day(SEA, SEA, salt);
    assertEquals(List.of(), songsOn(DAY));
    String identity = SongName.of(salt).id();

    alias(identity, SEA);
    assertEquals(List.of("Salt Water 3"), songsOn(DAY));

    unsay(Topics.SONG_ALIASES, "owner/" + identity);
    assertEquals(List.of(), songsOn(DAY));
  }

  @Test
  void aRemasterIsTheSongUntilItIsSplitOff() {
    Song remaster = new Song("Salt Water - 2011 Remaster", "The Harbour Lights");
    day(SEA, SEA, remaster);
    assertEquals(List.of("Salt Water 3"), songsOn(DAY));

    alias(remaster.identity(), remaster);

    assertEquals(List.of(), songsOn(DAY));
  }

  @Test
  void theCatalogueKnowsASongByEverySpellingAndId() {
    send(told(Source.LAST_FM, new Song("Salt Water", "The Harbour Lights feat. Ana"), 0));
    send(told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, 1));
    send(told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, 2));

    var described = songs.readKeyValuesToList();
    SongDescribed last =
        Wire.read(described.getLast().key, described.getLast().value, SongDescribed.class);

    assertEquals(2, described.size(), "the third play told nothing new");
    assertEquals(SEA, last.named());
    assertEquals(2, last.spellings().size());
    assertEquals(1, last.ids().getOrDefault("spotify", List.of()).size());
    assertTrue(described.getLast().key.startsWith("owner/"));
  }
}
