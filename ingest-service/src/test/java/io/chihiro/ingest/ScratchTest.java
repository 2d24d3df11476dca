package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import looks up is there while it runs, and gone with it.
class ScratchTest {
  @TempDir Path home;

  @Test
  void memoryFindsWhatWasPut() {
    try (Scratch scratch = new InMemoryScratch()) {
      findsWhatWasPut(scratch);
    }
  }

  @Test
  void aFolderFindsWhatWasPutAndGoesWithIt() {
    Path folder = home.resolve("ingest").resolve("scratch");
    try (Scratch scratch = DiskScratch.in(folder)) {
      findsWhatWasPut(scratch);
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void whatAKillLeftIsNotFound() throws Exception {
    Path folder = home.resolve("scratch");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("CURRENT"), "half a table");

    try (Scratch scratch = DiskScratch.in(folder)) {
      findsWhatWasPut(scratch);
    }
  }

  private static void findsWhatWasPut(Scratch scratch) {
    assertEquals(Optional.empty(), scratch.find("a"));
    scratch.put("a", "Zé\u001fone\nline");
    scratch.put("b", "");
    scratch.put("a", "Zé\u001fanother\nline");
    scratch.remove("c");

    assertEquals(Optional.of("Zé\u001fanother\nline"), scratch.find("a"));
    assertEquals(Optional.of(""), scratch.find("b"));
    scratch.remove("a");
    assertEquals(Optional.empty(), scratch.find("a"));
  }
}
