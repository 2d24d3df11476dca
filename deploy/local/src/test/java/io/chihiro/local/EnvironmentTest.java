package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  private static final Ports PORTS = new Ports(9000);

  @TempDir Path folder;

  @Test
  void theCallBeatsTheSettingsFileAndTheHomeAndPortsBeatBoth() throws Exception {
    Home home = new Home(folder);
    Files.writeString(
        home.settingsFile(), "# mine\n\nCHIHIRO_ZONES=\"Asia/Taipei\"\nCHIHIRO_X = 1\nKEY=a=b\n");
    Map<String, String> told =
        Environment.of(
            Map.of("CHIHIRO_X", "2", "CHIHIRO_BROKER", "elsewhere", "PATH", "/bin"), home, PORTS);
    assertEquals("Asia/Taipei", told.get("CHIHIRO_ZONES"));
    assertEquals("2", told.get("CHIHIRO_X"));
    assertEquals("a=b", told.get("KEY"));
    assertEquals("127.0.0.1:9005", told.get("CHIHIRO_BROKER"));
    assertEquals("redis://127.0.0.1:9007", told.get("CHIHIRO_REDIS"));
    assertEquals("http://127.0.0.1:9002", told.get("CHIHIRO_INGEST_URL"));
    assertFalse(told.containsKey("PATH"));
  }

  @Test
  void aLineThatIsNoSettingIsNamedByItsNumberAndNotQuoted() {
    TroubleException refused =
        assertThrows(
            TroubleException.class,
            () -> Environment.parse(List.of("A=1", "my secret"), "settings"));
    assertEquals("Line 2 of settings is not KEY=VALUE.", refused.getMessage());
  }
}
