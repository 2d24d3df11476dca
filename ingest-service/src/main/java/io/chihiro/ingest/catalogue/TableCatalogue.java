package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.TableRows.TableRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue as a table.
final class TableCatalogue implements CatalogueFile {
  private final String name;
  private final TableRows rows;
  private final List<String> headings;
  private final CatalogueColumns columns;
  private long before;

  /// A table of which nothing has been read.
  ///
  /// @param before rows up to the headings, these too
  /// @param headings as [CatalogueColumns#plain] has them
  TableCatalogue(
      String name, TableRows rows, long before, List<String> headings, CatalogueColumns columns) {
    this.name = name;
    this.rows = rows;
    this.before = before;
    this.headings = List.copyOf(headings);
    this.columns = columns;
  }

  @Override
  public Optional<CatalogueRow> next() throws IOException {
    if (before > 0) {
      passHeadings();
    }
    return rows.next().map(this::read);
  }

  private void passHeadings() throws IOException {
    for (; before > 0; before--) {
      var _ = rows.next();
    }
    rows.expect(headings.size());
  }

  private CatalogueRow read(TableRow row) {
    Place place = new Place(name, row.row(), row.line());
    return row.broken()
        .<CatalogueRow>map(why -> new Dropped(place, why))
        .orElseGet(() -> CatalogueReading.row(place, columns, cells(row.cells())));
  }

  // Of two columns with one heading the first counts.
  private Map<String, String> cells(List<String> texts) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      cells.putIfAbsent(headings.get(i), texts.get(i));
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
