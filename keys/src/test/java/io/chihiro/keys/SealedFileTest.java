package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private KeyRing ring;

  @BeforeEach
  void open() {
    ring = KeyPlaces.in(folder).open();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4711, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE})
  void aFileOfAnySizeComesBackAsItWas(int bytes) throws IOException {
    byte[] content = random(bytes);

    Path sealed = sealed(content);

    assertTrue(SealedFile.isSealed(sealed));
    assertTrue(SealedFile.open(ring, sealed, plain()));
    assertArrayEquals(content, Files.readAllBytes(plain()));
  }

  @Test
  void anyOtherFileIsToldApart() throws IOException {
    assertFalse(SealedFile.isSealed(Files.writeString(plain(), "# A day")));
    assertFalse(SealedFile.isSealed(Files.writeString(plain(), "")));
  }

  @Test
  void aFileThatLostItsLastPieceDoesNotOpen() throws IOException {
    Path sealed = sealed(random(2 * MEBIBYTE));
    byte[] all = Files.readAllBytes(sealed);
    Files.write(sealed, Arrays.copyOf(all, all.length / 2 + 60));

    assertThrows(BrokenSealException.class, () -> SealedFile.open(ring, sealed, plain()));
  }

  @Test
  void aFileWhoseUserIsForgottenIsGone() throws IOException {
    Path sealed = sealed(random(10));
    ring.destroy("ana");

    assertFalse(SealedFile.open(ring, sealed, plain()));
  }

  private Path sealed(byte[] content) throws IOException {
    Path sealed = folder.resolve("sealed");
    SealedFile.seal(ring, "ana", Files.write(folder.resolve("given"), content), sealed);
    return sealed;
  }

  private Path plain() {
    return folder.resolve("opened");
  }

  private static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(17).nextBytes(content);
    return content;
  }
}
