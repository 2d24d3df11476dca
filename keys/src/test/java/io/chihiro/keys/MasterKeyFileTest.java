package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasterKeyFileTest extends KeysOfAHome {
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
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(master)));
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
    Files.copy(anotherMaster(), keys().resolve("master"), StandardCopyOption.REPLACE_EXISTING);

    var refused =
        assertThrows(UnusableKeysException.class, () -> ring().open("ana", PLACE, sealed));

    assertEquals(
        "The key in " + keys().resolve("ana.json") + " does not open with the key of this system.",
        refused.getMessage());
  }

  @Test
  void aMasterKeyThatWasLostIsNamedAndNotMadeAgain() throws IOException {
    var _ = ring().seal("ana", PLACE, bytes("text"));
    Files.delete(keys().resolve("master"));

    var refused = assertThrows(UnusableKeysException.class, this::ring);

    assertEquals("There is no key file " + keys().resolve("master") + ".", refused.getMessage());
    assertFalse(Files.exists(keys().resolve("master")));
  }

  private Path anotherMaster() {
    Path other = home.resolve("other");
    var _ = KeyPlaces.in(other).open();
    return other.resolve("keys").resolve("master");
  }
}
