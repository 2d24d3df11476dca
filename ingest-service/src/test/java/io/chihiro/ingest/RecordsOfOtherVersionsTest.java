package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Event;
import io.chihiro.events.Rejected;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/// What code of another age wrote is either read as it was meant, or put aside.
class RecordsOfOtherVersionsTest extends DrivenTopology {
  @Test
  void aNewerEntryAndANewerPlayArePutAsideAndTheRestGoesOn() {
    Event entry = entry("e1", "2024-03-05", "The sea.", Status.CONFIRMED, Optional.empty());
    entries.pipeInput("owner/e1", newer(Wire.write("owner/e1", entry)));
    plays.pipeInput("owner/p1", newer(Wire.write("owner/p1", withIds("p1"))));
    write("e2", "2024-03-06", "A new day.");

    assertEquals(List.of("owner/2024-03-06"), List.copyOf(latest().keySet()));
    assertEquals(
        List.of(
            "not a readable EntryRead: it was written by a newer Chihiro, as version 2; this one reads up to 1",
            "not a readable TrackPlayed: it was written by a newer Chihiro, as version 2; this one reads up to 1"),
        rejected.stream().map(Rejected::reason).toList());
  }

  @Test
  void aSongOfBeforeThereWereVersionsIsNotWrittenAnewForItsBytes() {
    plays.pipeInput("owner/p1", Wire.write("owner/p1", withIds("p1")));
    var song = songs.readKeyValue();
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(DayStores.SONGS);
    store.put(song.key, text(song.value).replace("\"v\":1,", "").getBytes(StandardCharsets.UTF_8));

    plays.pipeInput("owner/p2", Wire.write("owner/p2", withIds("p2")));

    assertEquals(true, songs.isEmpty());
    assertEquals(
        Wire.read(song.key, song.value, SongDescribed.class),
        Wire.read(song.key, store.get(song.key), SongDescribed.class));
  }

  private static TrackPlayed withIds(String id) {
    return new TrackPlayed(
        "owner",
        id,
        SEA,
        Optional.of("Low Tide"),
        Optional.empty(),
        NOON,
        200_000,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.LISTENBRAINZ,
        Optional.empty(),
        // A play with ids is always compared with what is known of its song.
        Map.of("isrc", "GBAYE8100053"));
  }

  private static byte[] newer(byte[] bytes) {
    return text(bytes).replace("\"v\":1,", "\"v\":2,").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
