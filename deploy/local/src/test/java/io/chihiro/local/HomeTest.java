package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
