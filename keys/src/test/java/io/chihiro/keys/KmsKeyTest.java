package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KmsKeyTest {
  private static final byte[] TEXT = "the lemon tree".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path home;

  @Test
  void aServiceThatKeepsKeysWrapsThoseOfTheUsers() {
    byte[] sealed = ring("in-memory-kms://garden").seal("ana", "place", TEXT);

    assertArrayEquals(
        TEXT, ring("in-memory-kms://garden").open("ana", "place", sealed).orElseThrow());
    assertFalse(Files.exists(home.resolve("keys").resolve("master")));
  }

  @Test
  void withAnotherKeyOfTheServiceTheyDoNotOpen() {
    byte[] sealed = ring("in-memory-kms://garden").seal("ana", "place", TEXT);

    assertThrows(
        UnusableKeysException.class,
        () -> ring("in-memory-kms://street").open("ana", "place", sealed));
  }

  @Test
  void aRotationLeavesTheServicesOwnKeyToIt() {
    KeyRing ring = ring("in-memory-kms://garden");
    byte[] sealed = ring.seal("ana", "place", TEXT);

    assertEquals(new KeyRing.Rotation(1, false), ring.rotateAll());
    assertArrayEquals(TEXT, ring.open("ana", "place", sealed).orElseThrow());
  }

  @Test
  void anAddressThatNoServiceAnswersForIsNamed() {
    var refused = assertThrows(UnusableKeysException.class, () -> ring("aws-kms://key"));

    assertEquals(
        "No key management service on the class path answers for CHIHIRO_KEY_URI=aws-kms://key.",
        refused.getMessage());
  }

  @Test
  void twoKeysThatWrapAreOneTooMany() {
    KeyPlaces both =
        KeyPlaces.in(
            home,
            Optional.empty(),
            Optional.of(home.resolve("master")),
            Optional.of("in-memory-kms://garden"));

    assertThrows(UnusableKeysException.class, both::open);
  }

  private KeyRing ring(String uri) {
    return KeyPlaces.in(home, Optional.empty(), Optional.empty(), Optional.of(uri)).open();
  }
}
