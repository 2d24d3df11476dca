package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.catalogue.TableRows.TableRow;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Tells by its content whether a file is a catalogue, and how it is to be read.
public final class CatalogueFiles {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int MOST_LINES_BEFORE_SONGS = 10;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private CatalogueFiles() {}

  /// What a file turned out to be.
  public sealed interface Opened {}

  /// A catalogue; whoever asked closes it.
  public record Catalogue(CatalogueFile file) implements Opened {}

  /// Something else.
  ///
  /// @param why goes on after the file's name
  public record NoCatalogue(String why) implements Opened {}

  /// Opens a file; its content is closed unless it is a catalogue.
  ///
  /// @param name for messages
  public static Opened open(String name, InputStream content, CatalogueMapping mapping)
      throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(content, 2 * HEAD_BYTES);
    bytes.mark(HEAD_BYTES + 1);
    byte[] head = bytes.readNBytes(HEAD_BYTES);
    bytes.reset();
    Opened opened =
        notText(head)
            .<Opened>map(NoCatalogue::new)
            .orElseGet(() -> text(name, new String(head, StandardCharsets.UTF_8), bytes, mapping));
    if (opened instanceof NoCatalogue) {
      bytes.close();
    }
    return opened;
  }

  private static Optional<String> notText(byte[] head) {
    if (head.length == 0) {
      return Optional.of("is empty.");
    }
    if (head.length > 1 && (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff))) {
      return Optional.of("is written in UTF-16; save it as UTF-8 and send it again.");
    }
    for (byte each : head) {
      if (each == 0) {
        return Optional.of("is neither a table nor JSON lines.");
      }
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] head, int first, int second) {
    return Byte.toUnsignedInt(head[0]) == first && Byte.toUnsignedInt(head[1]) == second;
  }

  private static Opened text(
      String name, String head, InputStream bytes, CatalogueMapping mapping) {
    String begin = head.replace("\ufeff", "").stripLeading();
    if (begin.isEmpty()) {
      return new NoCatalogue("is blank.");
    }
    if (begin.startsWith("[")) {
      return new NoCatalogue("is one JSON array; send JSON lines: an object a line.");
    }
    if (begin.startsWith("{")) {
      return lines(name, begin, bytes, mapping);
    }
    return table(name, head, bytes, mapping);
  }

  private static Opened lines(
      String name, String begin, InputStream bytes, CatalogueMapping mapping) {
    boolean songs =
        begin
            .lines()
            .limit(MOST_LINES_BEFORE_SONGS)
            .anyMatch(line -> JsonLinesCatalogue.isSong(line, mapping));
    return songs
        ? new Catalogue(new JsonLinesCatalogue(name, characters(bytes), mapping))
        : new NoCatalogue(
            "has no \"title\" and \"artist\" in its first lines; if they are called otherwise,"
                + " send a mapping.");
  }

  private static Opened table(
      String name, String head, InputStream bytes, CatalogueMapping mapping) {
    for (char separator : SEPARATORS) {
      Optional<TableRow> headings = headings(head, separator, mapping);
      if (headings.isPresent()) {
        return new Catalogue(table(name, separator, headings.get(), bytes, mapping));
      }
    }
    return new NoCatalogue(
        "has no columns \"title\" and \"artist\" in its first lines; if they are called otherwise,"
            + " send a mapping.");
  }

  private static Optional<TableRow> headings(
      String head, char separator, CatalogueMapping mapping) {
    try (TableRows rows = new TableRows(new Characters(new StringReader(head)), separator)) {
      for (int i = 0; i < MOST_LINES_BEFORE_SONGS; i++) {
        Optional<TableRow> row = rows.next();
        if (row.isEmpty() || CatalogueColumns.of(plain(row.get()), mapping).nameSongs()) {
          return row;
        }
      }
      return Optional.empty();
    } catch (IOException _) {
      // A text in memory is always read.
      return Optional.empty();
    }
  }

  private static List<String> plain(TableRow headings) {
    return headings.cells().stream().map(CatalogueColumns::plain).toList();
  }

  private static CatalogueFile table(
      String name, char separator, TableRow headings, InputStream bytes, CatalogueMapping mapping) {
    TableRows rows = new TableRows(characters(bytes), separator);
    List<String> plain = plain(headings);
    return new TableCatalogue(
        name, rows, headings.row(), plain, CatalogueColumns.of(plain, mapping));
  }

  // What is no UTF-8 becomes a sign by which its row is known.
  private static Characters characters(InputStream bytes) {
    return new Characters(
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), HEAD_BYTES));
  }
}
