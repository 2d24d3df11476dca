package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/// What plays tell and what catalogues say is one song, whatever came first.
class ListedSongsTest extends DrivenTopology {
  private static final String ID = SongName.of(SEA).id();
  private static final String KEY = Keys.of("owner", ID);
  private static final LyricsKept WORDS = LyricsKept.of("owner", ID, "Salt on the stair");

  private final List<KeyValue<String, byte[]>> told = new ArrayList<>();

  @Test
  void aSongThatWasOnlyListedIsASong() {
    list(SEA);

    SongDescribed song = song(KEY).orElseThrow();
    assertTrue(song.listed());
    assertEquals(SEA, song.named());
    assertEquals(Optional.of(1999), song.year());
    assertEquals(Optional.of(12L), song.views());
    assertEquals(Map.of("valence", 0.25), song.audio());
    assertEquals(Optional.empty(), song.lyrics());
  }

  @Test
  void aSongThatWasPlayedAndListedIsOne() {
    play("a", SEA, NOON);
    assertFalse(song(KEY).orElseThrow().listed());

    list(new Song("SALT WATER - 2011 Remaster", "Harbour Lights"));

    SongDescribed song = song(KEY).orElseThrow();
    assertTrue(song.listed());
    assertEquals(List.of("spotify:1"), song.ids().get("spotify"));
    assertEquals(List.of("4711"), song.ids().get("catalogue"));
  }

  @Test
  void theOrderMakesNoDifference() {
    play("a", SEA, NOON);
    words();
    list(SEA);
    SongDescribed one = song(KEY).orElseThrow();
    startAgain();

    list(SEA);
    play("a", SEA, NOON);
    words();

    assertEquals(one, song(KEY).orElseThrow());
  }

  @Test
  void wordsThatComeBeforeTheirSongAreToldWithItAtOnce() {
    words();
    assertEquals(0, told().size(), "words alone are no song");

    list(SEA);

    assertEquals(1, told().size());
    assertEquals(Optional.of(WORDS.sha256()), song(KEY).orElseThrow().lyrics());
  }

  @Test
  void theSameListingAgainTellsNothing() {
    list(SEA);
    list(SEA);
    words();
    words();

    assertEquals(2, told().size());
  }

  @Test
  void aListedSongStaysWhenItsLastPlayGoes() {
    play("a", SEA, NOON);
    list(SEA);

    forgetLastPlay();

    SongDescribed song = song(KEY).orElseThrow();
    assertEquals(Map.of("catalogue", List.of("4711")), song.ids());
    unsay(Topics.SONG_LISTINGS, KEY);
    assertEquals(Optional.empty(), song(KEY));
  }

  @Test
  void aPlayedSongStaysWhenItsListingGoes() {
    play("a", SEA, NOON);
    SongDescribed played = song(KEY).orElseThrow();
    list(SEA);
    words();

    unsay(Topics.LYRICS, KEY);
    unsay(Topics.SONG_LISTINGS, KEY);

    assertEquals(played, song(KEY).orElseThrow());
  }

  @Test
  void aListingThatCannotBeReadIsPutAside() {
    driver
        .createInputTopic(
            Topics.SONG_LISTINGS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(KEY, "{\"user\":1}".getBytes(StandardCharsets.UTF_8));

    assertEquals(1, rejected.size());
    assertEquals("song-listings", rejected.getFirst().topic());
  }

  private void list(Song named) {
    SongListed listed =
        new SongListed(
            "owner",
            SongName.of(named).id(),
            SongName.of(named).plain(),
            Map.of("catalogue", List.of("4711")),
            Optional.of(1999),
            List.of("pop"),
            Optional.of(12L),
            List.of(),
            Optional.of("en"),
            Map.of("valence", 0.25));
    say(Topics.SONG_LISTINGS, listed.key(), listed);
  }

  private void words() {
    say(Topics.LYRICS, KEY, WORDS);
  }

  private void forgetLastPlay() {
    TrackPlayed play = played("owner", "a", SEA, NOON, 180_000);
    var headers = new RecordHeaders();
    LastOfSong.is(ID)
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    plays.pipeInput(new TestRecord<>(play.key(), null, headers));
  }

  private void startAgain() {
    driver.close();
    told.clear();
    start("UTC", 3);
  }

  private List<KeyValue<String, byte[]>> told() {
    told.addAll(songs.readKeyValuesToList());
    return told;
  }

  private Optional<SongDescribed> song(String key) {
    return told().stream()
        .filter(each -> Objects.equals(each.key, key))
        .reduce((_, last) -> last)
        .flatMap(each -> Optional.ofNullable(each.value))
        .map(bytes -> Wire.read(key, bytes, SongDescribed.class));
  }
}
