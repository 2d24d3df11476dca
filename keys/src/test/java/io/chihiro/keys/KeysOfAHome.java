package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/// The keys in a home, opened anew for each call as another process would open them.
abstract class KeysOfAHome {
  static final String PLACE = "entries ana/1";

  @TempDir Path home;

  final KeyRing ring() {
    return KeyPlaces.in(home).open();
  }

  final Path keys() {
    return home.resolve("keys");
  }

  static void assertOpens(String text, Sealing ring, String user, String place, byte[] sealed) {
    assertEquals(
        Optional.of(text),
        ring.open(user, place, sealed).map(plain -> new String(plain, StandardCharsets.UTF_8)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
