package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @Test
  void theTokenIsMadeOnceAndNobodyElseMayReadIt(@TempDir Path folder) throws Exception {
    Home home = new Home(folder.resolve("my home"));
    home.prepare();
    String token = home.token();
    home.prepare();
    assertEquals(token, home.token());
    assertTrue(token.matches("[0-9a-f]{64}"));
    assertEquals("rw-------", permissions(home.tokenFile()));
    assertEquals("rwx------", permissions(home.folder()));
    assertEquals("rwx------", permissions(home.journal()));
  }

  @Test
  void aHomeOfBeforeThereWereVersionsIsGivenOne(@TempDir Path folder) throws Exception {
    new Home(folder).prepare();
    new Home(folder).prepare();

    assertEquals("1\n", Files.readString(folder.resolve("version")));
    assertEquals("rw-------", permissions(folder.resolve("version")));
  }

  @Test
  void aHomeOfANewerChihiroIsLeftAsItIs(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("version"), "2\n");

    var refused = assertThrows(TroubleException.class, () -> new Home(folder).prepare());

    assertEquals(
        folder
            + " was written by a newer Chihiro (its home has version 2, this one knows 1): start it with that one.",
        refused.getMessage());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("version")), left.toList());
    }
  }

  @Test
  void aVersionThatIsNoNumberIsSaid(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("version"), "one");

    assertThrows(TroubleException.class, () -> new Home(folder).prepare());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
