package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/// A song of which no play is left goes from the catalogue, and comes back when it is played again.
class GoingPlaysTest extends DrivenTopology {
  private static final Song TIDE = new Song("Low Tide", "The Harbour Lights");
  private static final Song BUS = new Song("Night Bus", "Ana Moura");

  @Test
  void onlyTheLastPlayTakesItsSongAlong() {
    TrackPlayed first = played("owner", "1-a", SEA, NOON, 180_000);
    TrackPlayed second = played("owner", "2-a", SEA, NOON.plusSeconds(300), 180_000);
    TrackPlayed other = played("owner", "3-a", TIDE, NOON.plusSeconds(600), 180_000);

    GoingPlays one = GoingPlays.of(List.of(first, second, other), first::equals);
    GoingPlays both = GoingPlays.of(List.of(first, second, other), play -> !play.equals(other));

    assertEquals(Map.of(first.key(), Map.of()), one.headers());
    assertEquals(0, one.songs());
    assertEquals(1, both.songs());
    assertTrue(both.headers().values().stream().noneMatch(Map::isEmpty));
  }

  @Test
  void wordsGoWithASongThatNeitherPlaysNorCataloguesKnow() {
    InMemoryEvents events = new InMemoryEvents();
    TrackPlayed sea = played("owner", "1-a", SEA, NOON, 180_000);
    TrackPlayed tide = played("owner", "2-a", TIDE, NOON.plusSeconds(300), 180_000);
    TrackPlayed bus = played("owner", "3-a", BUS, NOON.plusSeconds(600), 180_000);
    List.of(SEA, TIDE, BUS).forEach(song -> sing(events, song));
    SongListed listed = listed(TIDE);

    GoingPlays.of(List.of(sea, tide, bus), play -> !play.equals(bus))
        .leave(events, () -> List.of(listed));

    assertEquals(
        Set.of(listed.key(), "owner/" + SongName.of(BUS).id()),
        events.all(Topics.LYRICS).keySet(),
        "those of a song that is listed, and of one that is played, stay");
  }

  private static void sing(InMemoryEvents events, Song song) {
    LyricsKept words = LyricsKept.of("owner", SongName.of(song).id(), "Salt on the window.");
    events.write(Topics.LYRICS, words.key(), words);
  }

  private static SongListed listed(Song song) {
    return new SongListed(
        "owner",
        SongName.of(song).id(),
        song,
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void aSongThatNobodyPlayedLeavesTheCatalogue() {
    play("a", SEA, NOON);
    assertTrue(catalogue().containsKey(key()));

    forget("owner/a");
    assertFalse(catalogue().containsKey(key()));

    play("b", SEA, NOON.plusSeconds(900));
    assertTrue(catalogue().containsKey(key()));
  }

  private void forget(String play) {
    var headers = new RecordHeaders();
    LastOfSong.is(SongName.of(SEA).id())
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    plays.pipeInput(new TestRecord<>(play, null, headers));
  }

  private static String key() {
    return "owner/" + SongName.of(SEA).id();
  }

  private final Map<String, SongDescribed> known = new TreeMap<>();

  private Map<String, SongDescribed> catalogue() {
    for (KeyValue<String, byte[]> each : songs.readKeyValuesToList()) {
      if (each.value == null) {
        known.remove(each.key);
      } else {
        known.put(each.key, Wire.read(each.key, each.value, SongDescribed.class));
      }
    }
    return known;
  }
}
