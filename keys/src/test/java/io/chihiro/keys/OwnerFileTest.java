package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
  @TempDir private Path home;

  @Test
  void aFileAndItsFolderAreTheOwnersAlone() throws IOException {
    Path file = home.resolve("imports/7/import.json");
    OwnerFile.replace(file, text("one"));
    OwnerFile.replace(file, text("two"));

    assertEquals("two", Files.readString(file));
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(home.resolve("imports")));
    try (Stream<Path> left = Files.list(home.resolve("imports/7"))) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws IOException {
    Path file = home.resolve("token");

    assertTrue(OwnerFile.create(file, text("one")));
    assertFalse(OwnerFile.create(file, text("two")));
    assertEquals("one", Files.readString(file));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
