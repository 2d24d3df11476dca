package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {
  // FIPS 180-4's own example.
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void itIsAsTheStandardSays() {
    assertEquals(OF_ABC, Sha256.of("abc"));
  }

  @Test
  void toldInPiecesItIsTheSame() {
    MessageDigest begun = Sha256.begun();
    begun.update("a".getBytes(StandardCharsets.UTF_8));
    begun.update("bc".getBytes(StandardCharsets.UTF_8));

    assertEquals(OF_ABC, Sha256.hex(begun));
  }

  @Test
  void theseBytesAreUtf8() {
    assertEquals(Sha256.of("千尋".getBytes(StandardCharsets.UTF_8)), Sha256.of("千尋"));
  }
}
