package io.chihiro.recommend.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryDaysTest extends DayStoreContract {
  private final InMemoryDays days = new InMemoryDays();

  @Override
  DayStore store() {
    return days;
  }

  @Test
  void aFlushedStoreIsEmpty() {
    days.apply(
        List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));
    days.flush();

    assertEquals(Map.of(), days.positions());
    assertEquals(List.of(), days.moments("owner"));
  }
}
