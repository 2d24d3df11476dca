package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Row BARE = Row.of(Benchmarks.ENCODER, "one query", "ms", 5.25);
  private static final Row FULL =
      Row.of(Benchmarks.INGEST, "plays", "plays/s", 40_000)
          .beside(80_000)
          .against(new Bar.AtLeast(30_000));
  private static final Row FAILED =
      Row.of(Benchmarks.ANSWERS, "p99", "ms", 61).against(new Bar.AtMost(60));

  @Test
  void moreIsEnoughForALowerBar() {
    Bar bar = new Bar.AtLeast(30);
    assertTrue(bar.holds(30));
    assertFalse(bar.holds(29.9));
  }

  @Test
  void lessIsEnoughForAnUpperBar() {
    Bar bar = new Bar.AtMost(30);
    assertTrue(bar.holds(30));
    assertFalse(bar.holds(30.1));
  }

  @Test
  void nothingMeasuredHoldsNoBar() {
    assertFalse(new Bar.AtLeast(30).holds(Double.NaN));
    assertFalse(new Bar.AtMost(30).holds(Double.NaN));
  }

  @Test
  void theRatioIsOursOverThePeers() {
    assertEquals(0.5, FULL.ratio().orElseThrow());
  }

  @Test
  void theTableShowsEveryColumn() {
    assertEquals(
        """
        bench    what       unit       ours    peer  ratio  bar       holds
        encoder  one query  ms         5.25
        ingest   plays      plays/s  40,000  80,000  0.500  ≥ 30,000  yes
        answers  p99        ms         61.0                 ≤ 60.0    NO
        """,
        Report.table(List.of(BARE, FULL, FAILED)));
  }

  @Test
  void jsonIsOneObjectALineWithNullForWhatIsMissing() {
    assertEquals(
        """
        {"bench":"encoder","what":"one query","unit":"ms","ours":5.25,"peer":null,"ratio":null,"bar":null,"holds":true}
        {"bench":"ingest","what":"plays","unit":"plays/s","ours":40000.0,"peer":80000.0,"ratio":0.5,"bar":30000.0,"holds":true}
        """,
        Report.json(List.of(BARE, FULL)));
  }

  @Test
  void theExitCodeTellsWhetherEveryBarHolds() {
    assertEquals(0, Report.exitCode(List.of()));
    assertEquals(0, Report.exitCode(List.of(BARE, FULL)));
    assertEquals(1, Report.exitCode(List.of(BARE, FAILED, FULL)));
  }

  @Test
  void withoutANameEveryBenchmarkRunsThatIsNotLong() {
    assertEquals(
        EnumSet.range(Benchmarks.INGEST, Benchmarks.TASTES),
        EnumSet.copyOf(Benchmarks.named(List.of())));
    assertEquals(List.of(Benchmarks.STARTUP), Benchmarks.named(List.of("startup")));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.named(List.of("speed")));
    assertEquals(
        "There is no benchmark 'speed'. There are: ingest, answers, encoder, startup, explain,"
            + " learning, layers, pages, company, tastes, recipes, catalogue, restart, growth, kills, soak.",
        refused.getMessage());
  }
}
