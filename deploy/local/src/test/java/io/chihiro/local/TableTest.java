package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
    Table table = new Table("process", "MiB", "health").row("redis", 9, "ready");
    table.row("recommend-service", 1204, "down");
    assertEquals(
        """
        process             MiB  health
        redis                 9  ready
        recommend-service  1204  down
        """,
        table.toString());
  }

  @Test
  void aRowThatDoesNotFitTheHeadIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").row("only one"));
  }
}
