package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRingTest extends KeysOfAHome {
  @Test
  void whatIsSealedOpensAgainAndShowsNothingMeanwhile() {
    byte[] sealed = ring().seal("ana", PLACE, bytes("the lemon tree"));

    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("lemon"));
    assertOpens("the lemon tree", ring(), "ana", PLACE, sealed);
  }

  @Test
  void theSameTextIsNeverSealedToTheSameBytes() {
    KeyRing ring = ring();

    assertNotEquals(
        hex(ring.seal("ana", PLACE, bytes("a"))), hex(ring.seal("ana", PLACE, bytes("a"))));
  }

  @Test
  void emptyBytesCanBeSealedToo() {
    assertOpens("", ring(), "ana", PLACE, ring().seal("ana", PLACE, bytes("")));
  }

  @Test
  void aRecordThatWasMovedToAnotherKeyDoesNotOpen() {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));

    assertThrows(BrokenSealException.class, () -> ring().open("ana", "entries ana/2", sealed));
  }

  @Test
  void aRecordOfSomebodyElseDoesNotOpen() {
    byte[] ofBen = ring().seal("ben", PLACE, bytes("text"));
    var _ = ring().seal("ana", PLACE, bytes("text"));

    assertThrows(BrokenSealException.class, () -> ring().open("ana", PLACE, ofBen));
  }

  @Test
  void aByteThatWasChangedIsNoticedWhereverItIs() {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));

    for (int at = SealFormat.head(SealFormat.RECORD).length; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThrows(BrokenSealException.class, () -> ring().open("ana", PLACE, changed));
    }
  }

  @Test
  void whatWasCutShortIsNoticed() {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));

    for (int bytes : List.of(3, 6, 20, sealed.length - 1)) {
      byte[] cut = Arrays.copyOf(sealed, bytes);
      assertThrows(BrokenSealException.class, () -> ring().open("ana", PLACE, cut));
    }
  }

  @Test
  void whatWasWrittenBeforeThereWereKeysIsReadAsItIs() {
    byte[] plain = bytes("{\"user\":\"ana\"}");

    assertArrayEquals(plain, ring().open("ana", PLACE, plain).orElseThrow());
  }

  @Test
  void eachUsersKeyLiesWrappedInAFileThatOnlyTheOwnerMayRead() throws IOException {
    var _ = ring().seal("ana", PLACE, bytes("text"));
    var _ = ring().seal("ben/../..", PLACE, bytes("text"));

    assertEquals("rwx------", permissions(keys()));
    assertEquals("rw-------", permissions(keys().resolve("ana.json")));
    assertEquals("rw-------", permissions(keys().resolve("master")));
    assertTrue(Files.readString(keys().resolve("ana.json")).contains("encryptedKeyset"));
    assertTrue(Files.exists(keys().resolve("ben%2F..%2F...json")));
  }

  @Test
  void aNameThatIsTooLongForAFileHasAKeyToo() {
    String name = "a".repeat(2000);

    assertOpens("text", ring(), name, PLACE, ring().seal(name, PLACE, bytes("text")));
  }

  @Test
  void keysThatWereGivenAnotherUsersNameDoNotOpen() throws IOException {
    var _ = ring().seal("ana", PLACE, bytes("text"));
    Files.copy(keys().resolve("ana.json"), keys().resolve("ben.json"));

    assertThrows(UnusableKeysException.class, () -> ring().seal("ben", PLACE, bytes("text")));
  }

  @Test
  void whoeverComesFirstMakesTheKeyOfAll() throws Exception {
    int processes = 8;
    CyclicBarrier together = new CyclicBarrier(processes);
    try (var threads = Executors.newFixedThreadPool(processes)) {
      List<Callable<byte[]>> tries =
          IntStream.range(0, processes)
              .<Callable<byte[]>>mapToObj(
                  _ ->
                      () -> {
                        int _ = together.await();
                        return ring().seal("ana", PLACE, bytes("text"));
                      })
              .toList();
      for (Future<byte[]> each : threads.invokeAll(tries)) {
        assertOpens("text", ring(), "ana", PLACE, each.get());
      }
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
