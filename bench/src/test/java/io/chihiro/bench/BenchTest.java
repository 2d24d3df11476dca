package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.bench.Killer.Downtime;
import io.chihiro.bench.Use.Call;
import io.chihiro.bench.Use.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
  @Test
  void minutesAreTakenOutOfTheWords() {
    List<String> words = new ArrayList<>(List.of("kills", "--minutes", "3", "soak"));

    assertEquals(Duration.ofMinutes(3), Bench.length(words));
    assertEquals(List.of("kills", "soak"), words);
    assertEquals(Duration.ofMinutes(10), Bench.length(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "9999", ""})
  void minutesThatAreNoneAreRefused(String minutes) {
    List<String> words = new ArrayList<>(List.of("soak", "--minutes", minutes));

    assertThrows(IllegalArgumentException.class, () -> Bench.length(words));
  }

  @Test
  void aFolderOfOnesOwnIsTakenOutOfTheWords(@TempDir Path folder) {
    List<String> words = new ArrayList<>(List.of("tastes", "--data", folder.toString()));

    assertEquals(Optional.of(folder), Bench.data(words));
    assertEquals(List.of("tastes"), words);
    assertEquals(Optional.empty(), Bench.data(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere/at/all"})
  void aFolderThatIsNoneIsRefused(String folder) {
    List<String> words = new ArrayList<>(List.of("tastes", "--data", folder));

    assertThrows(IllegalArgumentException.class, () -> Bench.data(words));
  }

  @Test
  void whatRunsForATimeRunsByNameAlone() {
    assertFalse(Benchmarks.named(List.of()).contains(Benchmarks.SOAK));
    assertEquals(List.of(Benchmarks.SOAK), Benchmarks.named(List.of("soak")));
  }

  @Test
  void aCallIsOfADowntimeIfItWasUnderWayInIt() {
    Downtime away = new Downtime("broker", 100, 200);

    assertEquals(
        List.of(false, true, true, true, false),
        List.of(
            away.touches(call(10, 99)),
            away.touches(call(10, 100)),
            away.touches(call(120, 130)),
            away.touches(call(200, 900)),
            away.touches(call(201, 900))));
  }

  private static Call call(long due, long ended) {
    return new Call(Kind.ASK, due, ended, Optional.empty());
  }
}
