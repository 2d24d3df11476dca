package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Wire;
import io.chihiro.keys.KeyRing;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.keys.Sealing;
import io.chihiro.keys.Unsealed;
import io.chihiro.shape.SealedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The topology among sealed records.
@ExtendWith(SealedProcess.class)
class SealedDaysTest extends DrivenTopology {
  private KeyRing keys;

  @BeforeEach
  void seal(KeyRing given) {
    keys = given;
  }

  @Test
  void aDayIsComposedOfSealedTextsAndEveryTextInTheStoreIsSealed() {
    write("e1", "2024-03-05", "A day at the sea.");
    write("e2", "2024-03-05", "And an evening.");
    thrice(SEA, NOON);

    assertEquals("A day at the sea.\n\nAnd an evening.", moment("owner/2024-03-05").text());
    assertTrue(kept().stream().allMatch(Sealing::isSealed));
    assertEquals(2, kept().size());
  }

  @Test
  void aDayThatDidNotChangeIsNotSentAgainAlthoughItsBytesWouldBeOthers() {
    write("e1", "2024-03-05", "A day at the sea.");
    assertEquals(1, settled().size());
    write("e1", "2024-03-05", "A day at the sea.");

    assertEquals(Map.of(), settled());
  }

  @Test
  void aTextOfBeforeThereWereKeysIsStillPartOfItsDay() {
    ProcessSeal.install(new Unsealed());
    write("e1", "2024-03-05", "A day at the sea.");
    ProcessSeal.install(keys);
    write("e2", "2024-03-05", "And an evening.");

    assertEquals("A day at the sea.\n\nAnd an evening.", moment("owner/2024-03-05").text());
  }

  @Test
  void anEntryWhoseUsersKeyIsGoneIsTakenBackAndNothingStops() {
    EntryRead entry =
        entry("e1", "2024-03-05", "A day at the sea.", Status.CONFIRMED, Optional.empty());
    byte[] sealed = Wire.write(entry.key(), entry);
    entries.pipeInput(entry.key(), sealed);
    assertTrue(latest().containsKey("owner/2024-03-05"));

    keys.destroy("owner");
    entries.pipeInput(entry.key(), sealed);

    assertEquals(Map.of("owner/2024-03-05", Optional.empty()), settled());
    assertEquals(List.of(), rejected);
    write("e2", "2024-03-06", "A new day.");
    assertTrue(latest().containsKey("owner/2024-03-06"));
  }

  @Test
  void anEntryThatWasMovedToAnotherKeyIsPutAside() {
    EntryRead entry =
        entry("e1", "2024-03-05", "A day at the sea.", Status.CONFIRMED, Optional.empty());
    entries.pipeInput("owner/e9", Wire.write(entry.key(), entry));

    assertEquals(1, rejected.size());
    assertFalse(rejected.getFirst().reason().contains("day at"), rejected.getFirst().reason());
    assertEquals(Map.of(), settled());
  }

  @Test
  void aTextThatIsDamagedInTheStoreStopsNothing() {
    write("e1", "2024-03-05", "A day at the sea.");
    write("e2", "2024-03-05", "And an evening.");
    damageFirstText();
    write("e3", "2024-03-05", "And a night.");

    assertEquals("And an evening.\n\nAnd a night.", moment("owner/2024-03-05").text());
    write("e4", "2024-03-06", "Another day.");
    assertTrue(latest().containsKey("owner/2024-03-06"));
  }

  private void damageFirstText() {
    KeyValueStore<String, byte[]> texts = driver.getKeyValueStore(DayStores.TEXTS_OF_DAY);
    try (KeyValueIterator<String, byte[]> all = texts.all()) {
      var first = all.next();
      byte[] damaged = first.value.clone();
      damaged[damaged.length - 1] ^= 1;
      texts.put(first.key, damaged);
    }
  }

  private List<byte[]> kept() {
    KeyValueStore<String, byte[]> texts = driver.getKeyValueStore(DayStores.TEXTS_OF_DAY);
    try (KeyValueIterator<String, byte[]> all = texts.all()) {
      List<byte[]> kept = new ArrayList<>();
      all.forEachRemaining(entry -> kept.add(entry.value));
      return kept;
    }
  }
}
