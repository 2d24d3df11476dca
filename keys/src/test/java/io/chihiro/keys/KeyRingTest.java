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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final String PLACE = "entries ana/1";

  @TempDir private Path home;

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

    assertEquals(Optional.empty(), ring().open("ana", PLACE, ofBen));
  }

  @Test
  void aByteThatWasChangedIsNoticedWhereverItIs() {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));

    for (int at = 7; at < sealed.length; at++) {
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

  @Test
  void afterARotationTheOldStillOpensAndTheNewKeySeals() {
    KeyRing ring = ring();
    byte[] before = ring.seal("ana", PLACE, bytes("before"));

    ring.rotate("ana");
    byte[] after = ring.seal("ana", PLACE, bytes("after"));

    assertNotEquals(SealFormat.keyNumber(before), SealFormat.keyNumber(after));
    assertOpens("before", ring, "ana", PLACE, before);
    assertOpens("after", ring, "ana", PLACE, after);
  }

  @Test
  void anotherProcessOpensWhatWasSealedAfterTheRotationAtOnce() {
    KeyRing other = ring();
    byte[] before = other.seal("ana", PLACE, bytes("before"));
    KeyRing ring = ring();
    ring.rotate("ana");

    assertOpens("after", other, "ana", PLACE, ring.seal("ana", PLACE, bytes("after")));
    assertOpens("before", other, "ana", PLACE, before);
  }

  @Test
  void rotatingTheSystemsKeyWrapsEveryUsersKeysAnew() throws IOException {
    KeyRing other = ring();
    byte[] ofAna = other.seal("ana", PLACE, bytes("ana's"));
    byte[] ofBen = other.seal("ben", PLACE, bytes("ben's"));
    byte[] master = Files.readAllBytes(keys().resolve("master"));

    assertEquals(new KeyRing.Rotation(2, true), ring().rotateAll());

    assertFalse(Arrays.equals(master, Files.readAllBytes(keys().resolve("master"))));
    assertOpens("ana's", ring(), "ana", PLACE, ofAna);
    assertOpens("ben's", other, "ben", PLACE, ofBen);
    assertOpens("new", ring(), "eve", PLACE, other.seal("eve", PLACE, bytes("new")));
    Files.write(keys().resolve("master"), master);
    assertThrows(UnusableKeysException.class, () -> ring().open("ana", PLACE, ofAna));
  }

  @Test
  void withADestroyedKeyEverythingItSealedIsGone() {
    KeyRing ring = ring();
    byte[] sealed = ring.seal("ana", PLACE, bytes("text"));
    byte[] ofBen = ring.seal("ben", PLACE, bytes("text"));

    ring.destroy("ana");

    assertFalse(Files.exists(keys().resolve("ana.json")));
    assertFalse(ring.holds("ana"));
    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
    assertOpens("text", ring, "ben", PLACE, ofBen);
  }

  @Test
  void whoComesBackGetsAnotherKeyAndTheOldStaysGone() {
    KeyRing ring = ring();
    byte[] sealed = ring.seal("ana", PLACE, bytes("text"));
    ring.destroy("ana");

    byte[] fresh = ring.seal("ana", PLACE, bytes("fresh"));

    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
    assertOpens("fresh", ring, "ana", PLACE, fresh);
  }

  @Test
  void anotherProcessNoticesThatAKeyWasDestroyed() throws Exception {
    KeyRing other = ring();
    byte[] sealed = other.seal("ana", PLACE, bytes("text"));
    ring().destroy("ana");

    long end = System.nanoTime() + 2_000_000_000L;
    while (other.open("ana", PLACE, sealed).isPresent() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    assertEquals(Optional.empty(), other.open("ana", PLACE, sealed));
  }

  @Test
  void destroyingAKeyThatIsNotThereIsNothing() {
    ring().destroy("nobody");

    assertFalse(ring().holds("nobody"));
  }

  @Test
  void aChosenKeyFileThatOthersMayReadIsRefused() throws IOException {
    var _ = ring();
    Path chosen = Files.move(keys().resolve("master"), home.resolve("safe"));
    Files.setPosixFilePermissions(chosen, PosixFilePermissions.fromString("rw-r-----"));
    KeyPlaces places = KeyPlaces.in(home, Optional.empty(), Optional.of(chosen), Optional.empty());

    var refused = assertThrows(UnusableKeysException.class, places::open);

    assertEquals(
        "Others than its owner may use the key file %s (rw-r-----): chmod 600 %s"
            .formatted(chosen, chosen),
        refused.getMessage());
  }

  @Test
  void theKeyFileOfAHomeIsClosedAgainWhenItsVolumeWasPutBack() throws IOException {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));
    Path master = keys().resolve("master");
    Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-rw----"));

    assertOpens("text", ring(), "ana", PLACE, sealed);
    assertEquals("rw-------", permissions(master));
  }

  @Test
  void aChosenKeyFileHasToBeThere() {
    Path chosen = home.resolve("safe");
    KeyPlaces places = KeyPlaces.in(home, Optional.empty(), Optional.of(chosen), Optional.empty());

    var refused = assertThrows(UnusableKeysException.class, places::open);

    assertEquals("There is no key file " + chosen + ".", refused.getMessage());
  }

  @Test
  void aChosenKeyFileIsUsed() throws IOException {
    var _ = ring();
    Path chosen = home.resolve("safe");
    Files.copy(keys().resolve("master"), chosen, StandardCopyOption.COPY_ATTRIBUTES);
    KeyPlaces places =
        KeyPlaces.in(
            home, Optional.of(home.resolve("elsewhere")), Optional.of(chosen), Optional.empty());

    assertOpens("x", places.open(), "ana", PLACE, places.open().seal("ana", PLACE, bytes("x")));
    assertFalse(Files.exists(home.resolve("elsewhere").resolve("master")));
  }

  @Test
  void aKeyFileThatHoldsNoKeyIsNamed() throws IOException {
    var _ = ring();
    Path master = keys().resolve("master");
    Files.writeString(master, "{}");

    var refused = assertThrows(UnusableKeysException.class, this::ring);

    assertEquals("The file " + master + " holds no key that can be used.", refused.getMessage());
  }

  @Test
  void anotherMasterKeyIsSaidAndNotTakenForAForgottenUser() throws IOException {
    byte[] sealed = ring().seal("ana", PLACE, bytes("text"));
    Files.delete(keys().resolve("master"));

    var refused =
        assertThrows(UnusableKeysException.class, () -> ring().open("ana", PLACE, sealed));

    assertEquals(
        "The key in " + keys().resolve("ana.json") + " does not open with the key of this system.",
        refused.getMessage());
  }

  private KeyRing ring() {
    return KeyPlaces.in(home, Optional.empty(), Optional.empty(), Optional.empty()).open();
  }

  private Path keys() {
    return home.resolve("keys");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void assertOpens(
      String text, Sealing ring, String user, String place, byte[] sealed) {
    assertEquals(
        Optional.of(text),
        ring.open(user, place, sealed).map(plain -> new String(plain, StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
