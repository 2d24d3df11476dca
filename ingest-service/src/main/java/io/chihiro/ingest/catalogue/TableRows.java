package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Rows of a table (RFC 4180, any separator) that survive one another: a quote that is not closed
/// costs its own row, and a cell without end costs no memory.
///
/// After a quote that is not closed, reading goes on with the next line that has as many cells as
/// there are headings; what lies between belongs to the broken row.
final class TableRows implements Closeable {
  private static final int UNKNOWN = -1;

  private final Characters characters;
  private final char separator;
  private int width = UNKNOWN;
  private long rows;
  private boolean mending;

  TableRows(Characters characters, char separator) {
    this.characters = characters;
    this.separator = separator;
  }

  /// A row.
  ///
  /// @param row counted from 1
  /// @param line on which it begins
  /// @param cells empty if it is broken
  record TableRow(long row, long line, List<String> cells, Optional<Reason> broken) {}

  /// From now on every row has so many cells, and rows are counted anew.
  void expect(int cells) {
    width = cells;
    rows = 0;
  }

  /// The next row that is not blank; empty at the end.
  Optional<TableRow> next() throws IOException {
    while (true) {
      RowScan scan = new RowScan(characters, separator, width);
      if (!scan.read()) {
        return Optional.empty();
      }
      Optional<Reason> broken = scan.broken().or(() -> wrongCells(scan));
      if (scan.isBlank() || (mending && broken.isPresent())) {
        continue;
      }
      mending = broken.filter(why -> why == Reason.BROKEN_QUOTE).isPresent();
      rows++;
      List<String> cells = broken.isPresent() ? List.of() : scan.cells();
      return Optional.of(new TableRow(rows, scan.line(), cells, broken));
    }
  }

  private static Optional<Reason> wrongCells(RowScan scan) {
    return scan.fits() ? Optional.empty() : Optional.of(Reason.WRONG_CELLS);
  }

  @Override
  public void close() throws IOException {
    characters.close();
  }
}
