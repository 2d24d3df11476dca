package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyRotationTest extends KeysOfAHome {
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
  void oneUsersUnusableKeysAreNamedBeforeAnybodyHasANewOne() throws IOException {
    byte[] before = ring().seal("ana", PLACE, bytes("text"));
    Files.writeString(keys().resolve("zoe.json"), "{}");

    var refused = assertThrows(UnusableKeysException.class, () -> ring().rotateAll());

    assertEquals(
        "The key in " + keys().resolve("zoe.json") + " does not open with the key of this system.",
        refused.getMessage());
    assertEquals(
        SealFormat.keyNumber(before),
        SealFormat.keyNumber(ring().seal("ana", PLACE, bytes("text"))));
  }
}
