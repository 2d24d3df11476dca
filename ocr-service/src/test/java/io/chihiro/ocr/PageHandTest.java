package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What survives when a page of several entries is read again.
class PageHandTest {
  private static final int PAGE = 1;
  private static final String TWO_DAYS = "5 March 2024\nRein.\n6 March 2024\nSunny.";
  private static final String THREE_DAYS =
      "5 March 2024\nRain.\n6 March 2024\nSunny.\n7 March 2024\nWind.";

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void readTwoDays() {
    world = OcrWorld.in(bucket);
    world.photo("a.png", PAGE, TWO_DAYS);
    world.settle();
  }

  @Test
  void readingAgainMakesTheSameEntries() {
    List<EntryRead> before = world.entries();
    readAgain(TWO_DAYS);
    assertEquals(before, world.entries());
  }

  @Test
  void aPageNobodyTouchedIsDividedAnew() {
    readAgain(THREE_DAYS);
    assertEquals(3, world.entries().size());
    readAgain("5 March 2024\nRain.");
    assertEquals("5 March 2024\nRain.", world.onlyEntry().text());
  }

  @Test
  void aCorrectionStaysAndWhatIsLeftOpenTakesTheBetterReading() {
    change(0, new Correction(Optional.empty(), Optional.of("Rain."), Optional.empty()));
    readAgain("5 March 2024\nRain!\n6 March 2024\nSunny!");
    assertEquals(List.of("Rain.", "6 March 2024\nSunny!"), texts());
    assertEquals("5 March 2024\nRein.", world.entries().getFirst().draft().orElseThrow().text());
  }

  @Test
  void aTouchedPageThatIsDividedOtherwiseStaysAsItIs() {
    change(1, new Correction(day("2024-03-08"), Optional.empty(), Optional.empty()));
    List<EntryRead> before = world.entries();
    readAgain(THREE_DAYS);
    assertEquals(before, world.entries());
  }

  @Test
  void aPrivateOrDiscardedEntryOfAPageStaysThat() {
    change(0, new Correction(Optional.empty(), Optional.empty(), Optional.of(Status.PRIVATE)));
    change(1, new Correction(Optional.empty(), Optional.empty(), Optional.of(Status.DISCARDED)));
    readAgain(TWO_DAYS);
    assertEquals(
        List.of(Status.PRIVATE, Status.DISCARDED),
        world.entries().stream().map(EntryRead::status).toList());
  }

  private void change(int entry, Correction correction) {
    var _ = world.desk.correct(OcrWorld.OWNER, world.entries().get(entry).entry(), correction);
  }

  private void readAgain(String text) {
    world.engine.reads(PAGE, text);
    PageScanned page = world.onlyPage();
    world.journal.save(page.with(State.WAITING, List.of(), Optional.empty()));
    world.readAll();
  }

  private List<String> texts() {
    return world.entries().stream().map(EntryRead::text).toList();
  }

  private static Optional<LocalDate> day(String date) {
    return Optional.of(LocalDate.parse(date));
  }
}
