package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedDaysTest {
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");

  @TempDir private Path folder;

  @Test
  void aVersionTellsWhichDaysItWasMadeWith() throws IOException {
    LearnedDays.write(folder, List.of(new LifeDay(DAY, "A day.", Map.of("song", 3))));

    assertTrue(LearnedDays.anyOf(folder, Set.of(DAY, DAY.plusDays(1))));
    assertFalse(LearnedDays.anyOf(folder, Set.of(DAY.plusDays(1))));
  }

  @Test
  void aVersionThatDoesNotTellMayHaveBeenMadeWithAnyDay() throws IOException {
    assertTrue(LearnedDays.anyOf(folder, Set.of(DAY)));
    Files.writeString(folder.resolve("days.txt"), "not a day");
    assertTrue(LearnedDays.anyOf(folder, Set.of(DAY)));
  }
}
