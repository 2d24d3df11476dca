package io.chihiro.ingest.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.SongName;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.YearOfListening.Heard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A year that four sources tell, against the truth of it.
class OneListenOnceTest {
  private static final PlayRules RULES =
      new PlayRules(LocalDays.parse("UTC"), Duration.ofSeconds(30), 3);
  private static final double ONE_IN_A_THOUSAND = 0.001;

  private final OwnersWord word = new OwnersWord(RULES, Map.of(), Map.of(), Map.of());

  @Test
  void allFourTogetherGiveTheTruth(TestReporter reporter) {
    double wrong = wrong(new YearOfListening(2024, 366), 0b1111);

    reporter.publishEntry("doubled or lost of all listens that count: %.5f".formatted(wrong));
    assertTrue(wrong <= ONE_IN_A_THOUSAND, () -> "wrong " + wrong);
  }

  /// Without the export nobody tells the truth, so there is more that cannot be known: how long a
  /// live play was heard, and what was played in a gap.
  @ParameterizedTest
  @CsvSource({
    "export and account data, 0.001, 3",
    "export and Last.fm, 0.001, 5",
    "export and live, 0.001, 9",
    "account data and Last.fm, 0.01, 6",
    "account data and live, 0.01, 10",
    "account data with Last.fm and live, 0.01, 14",
  })
  void fewerSourcesAreNearIt(String what, double most, int which, TestReporter reporter) {
    double wrong = wrong(new YearOfListening(2024, 366), which);

    reporter.publishEntry("%s: %.5f".formatted(what, wrong));
    assertTrue(wrong <= most, () -> what + " wrong " + wrong);
  }

  @Test
  void everyPlayThatWasToldBelongsToExactlyOneListen() {
    List<TrackPlayed> told = new YearOfListening(5, 60).everything();

    long plays = listens(told).stream().mapToLong(listen -> listen.plays().count()).sum();

    assertEquals(told.stream().map(TrackPlayed::play).distinct().count(), plays);
  }

  private List<Listen> listens(List<TrackPlayed> told) {
    return word.listens(
        told.stream()
            .collect(Collectors.toMap(TrackPlayed::play, HeardPlay::of, (a, _) -> a))
            .values());
  }

  /// How many listens a day and song are too many or too few, of all.
  private double wrong(YearOfListening year, int which) {
    Map<String, Integer> difference = new TreeMap<>();
    for (Heard each : year.truth()) {
      if (each.milliseconds() >= RULES.shortest().toMillis()) {
        String song = SongName.of(YearOfListening.spotify(each.song())).key();
        difference.merge(date(each.end()) + song, -1, Integer::sum);
      }
    }
    for (Listen listen : listens(year.of(which))) {
      if (RULES.counts(listen)) {
        difference.merge(word.day(listen) + listen.name().key(), 1, Integer::sum);
      }
    }
    return difference.values().stream().mapToInt(Math::abs).sum() / (double) year.counting();
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
