package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aRotationTellsWhatItDid() {
    Context context = context(Map.of());
    byte[] _ = HomeKeys.open(context).seal("owner", "place", new byte[1]);

    assertEquals(0, new Keys().run(context, List.of("rotate")));
    assertEquals(
        "1 user has a new key; what the keys before sealed still opens. All keys are wrapped with"
            + " a new key of the system; the one before is gone.",
        said.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void whatElseIsWantedIsAsked() {
    var trouble =
        assertThrows(
            TroubleException.class, () -> new Keys().run(context(Map.of()), List.of("show")));

    assertEquals("Say what to do with the keys: ./chihiro keys rotate", trouble.getMessage());
  }

  @Test
  void aKeyFileThatOthersMayReadIsNamedBeforeTheStart() throws IOException {
    var _ = HomeKeys.open(context(Map.of()));
    Path chosen = folder.resolve("safe");
    Files.move(folder.resolve("home/keys/master"), chosen);
    Files.setPosixFilePermissions(chosen, PosixFilePermissions.fromString("rw-r--r--"));
    Context context = context(Map.of("CHIHIRO_KEY_FILE", chosen.toString()));

    var trouble = assertThrows(TroubleException.class, () -> HomeKeys.open(context));

    assertTrue(
        String.valueOf(trouble.getMessage()).endsWith("chmod 600 " + chosen), trouble.getMessage());
  }

  @Test
  void theSettingsOfTheHomeTellWhereTheKeysAre() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Context context = context(Map.of());
    context.home().prepare();
    Files.writeString(context.home().settingsFile(), "CHIHIRO_KEYS_FOLDER=" + elsewhere);

    byte[] _ = HomeKeys.open(context).seal("owner", "place", new byte[1]);

    assertTrue(Files.exists(elsewhere.resolve("owner.json")));
  }

  private Context context(Map<String, String> environment) {
    return new Context(
        folder,
        new Home(folder.resolve("home")),
        new Ports(8080),
        environment,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }
}
