package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LearnedOrderTest {
  @Test
  void asLongAsNothingIsShownTheSettingCounts() {
    assertEquals(DayOrder.MONTH_FIRST, learned(DayOrder.MONTH_FIRST, "05/03/24", "25.3.2024"));
    assertEquals(DayOrder.DAY_FIRST, learned(DayOrder.DAY_FIRST, "05/25/24"));
  }

  @Test
  void twoClearDatesAreEnough() {
    assertEquals(DayOrder.MONTH_FIRST, learned(DayOrder.DAY_FIRST, "05/25/24", "12/31/23"));
    assertEquals(DayOrder.DAY_FIRST, learned(DayOrder.MONTH_FIRST, "25/5/24", "31-12-23"));
  }

  @Test
  void aWriterWhoDoesBothFollowsTheSetting() {
    assertEquals(
        DayOrder.DAY_FIRST,
        learned(DayOrder.DAY_FIRST, "05/25/24", "12/31/23", "25/5/24", "31/12/23"));
  }

  @Test
  void whatTheOwnerSaidOfAnUnclearDateTeachesToo() {
    List<EntryRead> entries =
        Stream.of("05/03/24", "06/07/24")
            .map(text -> entry(text).dated(monthFirst(text), DateSource.OWNER, Confidence.FULL))
            .toList();
    assertEquals(DayOrder.MONTH_FIRST, LearnedOrder.of(entries, DayOrder.DAY_FIRST));
  }

  private static Optional<LocalDate> monthFirst(String text) {
    return Optional.of(
        LocalDate.of(
            2024, Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3, 5))));
  }

  private static DayOrder learned(DayOrder set, String... lines) {
    return LearnedOrder.of(Stream.of(lines).map(LearnedOrderTest::entry).toList(), set);
  }

  private static EntryRead entry(String text) {
    return new EntryRead(
        "owner",
        text,
        Optional.empty(),
        DateSource.NONE,
        Confidence.NONE,
        text,
        "memory",
        Confidence.FULL,
        Status.DRAFT,
        Optional.empty(),
        Optional.empty());
  }
}
