package io.chihiro.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chihiro.ingest.catalogue.CatalogueFiles.Catalogue;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A quote that nobody closes, in a table that has no other for megabytes.
class UnclosedQuoteTest {
  private static final String HEADINGS = "title,artist,year,id\n";
  private static final int ROWS = 100_000;

  @Test
  void itCostsItsOwnRowHoweverFarTheNextQuoteIs() throws IOException {
    List<CatalogueRow> rows = rows(HEADINGS + "A,\"B,1999,0\n" + table(1, ROWS));

    assertEquals(
        List.of(new Dropped(new Place("a.csv", 1, 2), Reason.BROKEN_QUOTE)), dropped(rows));
    assertEquals(ROWS + 1, rows.size());
    assertEquals(new Place("a.csv", ROWS + 1, ROWS + 2), rows.getLast().place());
  }

  @Test
  void soDoSeveral() throws IOException {
    StringBuilder text = new StringBuilder(HEADINGS);
    for (int part = 0; part < 3; part++) {
      text.append("A,\"B,1999,0\n").append(table(part * ROWS, ROWS / 2));
    }

    List<CatalogueRow> rows = rows(text.toString());

    assertEquals(3, dropped(rows).size());
    assertEquals(3 * (ROWS / 2 + 1), rows.size());
  }

  @Test
  void wordsOfMoreThanAMillionCharactersAreNoRows() throws IOException {
    String words = "the sea, the sea\nis wide\nand grey, love\n".repeat(40_000);

    List<CatalogueRow> rows = rows("title,artist,lyrics\nA,B,\"" + words + "\"\nSalt,Waves,\n");

    assertEquals(
        List.of(new Dropped(new Place("a.csv", 1, 2), Reason.ROW_TOO_LONG)), dropped(rows));
    assertEquals(2, rows.size());
  }

  private static String table(int first, int rows) {
    StringBuilder table = new StringBuilder();
    for (int i = first; i < first + rows; i++) {
      table.append("Song ").append(i).append(",The Harbour Lights,1999,").append(i).append('\n');
    }
    return table.toString();
  }

  private static List<CatalogueRow> dropped(List<CatalogueRow> rows) {
    return rows.stream().filter(Dropped.class::isInstance).toList();
  }

  private static List<CatalogueRow> rows(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    var opened =
        assertInstanceOf(
            Catalogue.class, CatalogueFiles.open("a.csv", bytes, CatalogueMapping.USUAL));
    try (CatalogueFile file = opened.file()) {
      List<CatalogueRow> rows = new ArrayList<>();
      for (Optional<CatalogueRow> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
      return rows;
    }
  }
}
