package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetRowsTest {
  @Test
  void rowsAreReadAsTheyWereWritten() {
    MetRows rows = MetRows.met(7).andWrote(7).andWrote(9);

    assertEquals("7:7,9", rows.text());
    assertEquals(rows, MetRows.of(rows.text()));
    assertEquals(MetRows.met(7), MetRows.of(MetRows.met(7).text()));
  }

  @Test
  void oneNumberIsARowThatWrote() {
    assertEquals(MetRows.met(7).andWrote(7), MetRows.of("7"));
  }

  @Test
  void whatIsNoRowIsNone() {
    for (String text : List.of("", "x", "7;8", "7:x", ":", "7:8,")) {
      assertEquals(MetRows.NONE, MetRows.of(text), text);
    }
  }

  @Test
  void theHeaderDoesNotGrowWithoutEnd() {
    MetRows rows = MetRows.met(1);
    for (long row = 1; row <= 1_000; row++) {
      rows = rows.andWrote(row);
    }

    assertEquals(50, rows.wrote().size());
    assertEquals(1_000, rows.wrote().getLast());
  }
}
