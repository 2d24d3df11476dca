package io.chihiro.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsTableTest {
  private static final Path FILE = OperationsFiles.DEPLOY.resolve("METRICS.md");

  @Test
  void theTableIsMadeOfTheCode() throws IOException {
    if (Boolean.getBoolean("chihiro.renew")) {
      Files.writeString(FILE, MetricsTable.markdown());
    }
    assertEquals(
        MetricsTable.markdown(),
        Files.readString(FILE),
        "deploy/METRICS.md differs from the code; renew it with"
            + " mvn test -pl metrics -Dtest=MetricsTableTest -Dchihiro.renew=true");
  }
}
