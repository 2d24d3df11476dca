package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path folder;

  @Test
  void aBackupThatNobodyCouldReadIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Context context = context(Map.of("CHIHIRO_KEYS_FOLDER", elsewhere.toString()));
    context.home().prepare();
    Path file = folder.resolve("all.backup");

    var trouble =
        assertThrows(
            TroubleException.class, () -> new Backup().run(context, List.of(file.toString())));

    assertEquals(
        "The users' keys lie in %s (CHIHIRO_KEYS_FOLDER), outside of the home, and nobody can read a backup without them: save that folder as well, and say --without-key."
            .formatted(elsewhere),
        trouble.getMessage());
    assertFalse(Files.exists(file));
  }

  private Context context(Map<String, String> environment) {
    return new Context(
        folder,
        new Home(folder.resolve("home")),
        new Ports(8080),
        environment,
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }
}
