package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestroyedKeysTest extends KeysOfAHome {
  private static final byte[] TEXT = "the lemon tree".getBytes(StandardCharsets.UTF_8);

  private KeyRing ring;
  private byte[] sealed;

  @BeforeEach
  void seal() {
    ring = ring();
    sealed = ring.seal("ana", PLACE, TEXT);
  }

  @Test
  void withADestroyedKeyEverythingItSealedIsGone() {
    byte[] ofBen = ring.seal("ben", PLACE, bytes("text"));

    ring.destroy("ana");

    assertFalse(Files.exists(keys().resolve("ana.json")));
    assertFalse(ring.holds("ana"));
    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
    assertOpens("text", ring, "ben", PLACE, ofBen);
  }

  @Test
  void whoComesBackGetsAnotherKeyAndTheOldStaysGone() {
    ring.destroy("ana");

    byte[] fresh = ring.seal("ana", PLACE, bytes("fresh"));

    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
    assertOpens("fresh", ring, "ana", PLACE, fresh);
  }

  @Test
  void anotherProcessNoticesThatAKeyWasDestroyed() throws Exception {
    KeyRing other = ring();
    assertTrue(other.open("ana", PLACE, sealed).isPresent());
    ring.destroy("ana");

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
  void aKeyFileThatIsNotToBeSeenIsWaitedForAndDeletesNothing() throws IOException {
    Path away = Files.move(file("ana.json"), home.resolve("away"));

    var missing =
        assertThrows(UnusableKeysException.class, () -> ring().open("ana", PLACE, sealed));

    assertEquals(
        "There is no key file "
            + file("ana.json")
            + ", and ana.gone does not say that its keys were destroyed.",
        missing.getMessage());
    var _ = Files.move(away, file("ana.json"));
    assertTrue(ring.open("ana", PLACE, sealed).isPresent());
  }

  @Test
  void aKeyThatTheUserNeverHadIsDamageAndDeletesNothing() {
    sealed[4] ^= 1;

    assertThrows(BrokenSealException.class, () -> ring.open("ana", PLACE, sealed));
  }

  @Test
  void afterTheUserIsBackDamageIsStillToldFromWhatWasDestroyed() {
    ring.destroy("ana");
    byte[] fresh = ring.seal("ana", PLACE, TEXT);
    fresh[4] ^= 1;

    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
    assertThrows(BrokenSealException.class, () -> ring.open("ana", PLACE, fresh));
  }

  @Test
  void whatEveryKeyOfBeforeHasSealedIsGone() {
    ring.rotate("ana");
    byte[] second = ring.seal("ana", PLACE, TEXT);
    ring.destroy("ana");
    byte[] third = ring.seal("ana", PLACE, TEXT);
    ring.destroy("ana");

    for (byte[] each : new byte[][] {sealed, second, third}) {
      assertEquals(Optional.empty(), ring().open("ana", PLACE, each));
    }
  }

  @Test
  void keysThatNobodyCanOpenAreDestroyedAllTheSame() throws IOException {
    Files.writeString(file("ana.json"), "noise");

    ring.destroy("ana");

    assertFalse(ring.holds("ana"));
    assertEquals(Optional.empty(), ring.open("ana", PLACE, sealed));
  }

  @Test
  void whoeverRunsTheSystemMaySayThatALostKeyIsGone() throws IOException {
    Files.delete(file("ana.json"));
    Files.writeString(file("ana.gone"), "all\n");

    assertEquals(Optional.empty(), ring().open("ana", PLACE, sealed));
  }

  private Path file(String name) {
    return keys().resolve(name);
  }
}
