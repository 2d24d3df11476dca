package io.chihiro.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeDiskTest {
  @Test
  void aHomeThatIsNotThereYetWillLieOnTheDiskAroundIt(@TempDir Path folder) {
    HomeDisk later = new HomeDisk(() -> folder.resolve("home/of/later"), new SimpleMeterRegistry());

    assertEquals((double) folder.toFile().getTotalSpace(), later.sizeBytes());
    assertTrue(later.freeBytes() > 0);
    assertTrue(later.freeBytes() <= later.sizeBytes());
  }
}
