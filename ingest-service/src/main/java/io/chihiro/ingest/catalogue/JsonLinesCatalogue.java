package io.chihiro.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A catalogue as JSON lines. A line that is broken costs nothing but itself.
final class JsonLinesCatalogue implements CatalogueFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Characters characters;
  private final CatalogueMapping mapping;
  private long rows;

  JsonLinesCatalogue(String name, Characters characters, CatalogueMapping mapping) {
    this.name = name;
    this.characters = characters;
    this.mapping = mapping;
  }

  /// Whether a line is a song.
  static boolean isSong(String line, CatalogueMapping mapping) {
    return cells(line)
        .filter(cells -> CatalogueColumns.of(cells.keySet(), mapping).nameSongs())
        .isPresent();
  }

  @Override
  public Optional<CatalogueRow> next() throws IOException {
    while (true) {
      long at = characters.line();
      StringBuilder line = new StringBuilder();
      boolean more = read(line);
      if (!line.toString().isBlank()) {
        rows++;
        return Optional.of(row(new Place(name, rows, at), line.toString()));
      }
      if (!more) {
        return Optional.empty();
      }
    }
  }

  // Beyond the longest, a line is read and not kept.
  private boolean read(StringBuilder line) throws IOException {
    int c = characters.next();
    while (c != '\n' && c != Characters.END) {
      if (line.length() <= RowScan.MOST_CHARACTERS) {
        line.append((char) c);
      }
      c = characters.next();
    }
    return c == '\n';
  }

  private CatalogueRow row(Place place, String line) {
    if (line.length() > RowScan.MOST_CHARACTERS) {
      return new Dropped(place, Reason.ROW_TOO_LONG);
    }
    return cells(line)
        .map(
            cells ->
                CatalogueReading.row(place, CatalogueColumns.of(cells.keySet(), mapping), cells))
        .orElseGet(() -> new Dropped(place, Reason.NOT_JSON));
  }

  private static Optional<Map<String, String>> cells(String line) {
    try {
      JsonNode row = JSON.readTree(line.replace("\ufeff", ""));
      if (!row.isObject()) {
        return Optional.empty();
      }
      Map<String, String> cells = new HashMap<>();
      row.properties()
          .forEach(
              field -> cells.put(CatalogueColumns.plain(field.getKey()), text(field.getValue())));
      return Optional.of(cells);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  // A list is read as a table's cell would be.
  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  @Override
  public void close() throws IOException {
    characters.close();
  }
}
