package io.chihiro.ocr.digital;

import io.chihiro.door.upload.BrokenUploadException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated values (RFC 4180) row by row; semicolons and tabs separate as well, if the
/// first row has more of them. Not thread-safe.
final class SeparatedValues {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int END = -1;

  private final String title;
  private final BufferedReader reader;
  private final char separator;

  SeparatedValues(Member member) throws IOException {
    this(member.title(), member.reader());
  }

  SeparatedValues(String title, Reader content) throws IOException {
    this.title = title;
    this.reader = new BufferedReader(content, Head.BYTES);
    this.separator = separator(reader);
  }

  /// The cells of the next row; none at the end.
  ///
  /// @throws BrokenUploadException if a quote never ends
  List<String> next() throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int next = reader.read();
    if (next == END) {
      return List.of();
    }
    while (next != END && next != '\n') {
      if (next == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (next == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted(cell);
      } else if (next != '\r') {
        cell.append((char) next);
      }
      next = reader.read();
    }
    cells.add(cell.toString());
    return cells;
  }

  private void quoted(StringBuilder cell) throws IOException {
    while (true) {
      int next = reader.read();
      if (next == END || cell.length() > MOST_CHARACTERS) {
        throw new BrokenUploadException(title + " has a quote that does not end.");
      }
      if (next != '"') {
        cell.append((char) next);
      } else if (!anotherQuote()) {
        return;
      } else {
        cell.append('"');
      }
    }
  }

  private boolean anotherQuote() throws IOException {
    reader.mark(1);
    if (reader.read() == '"') {
      return true;
    }
    reader.reset();
    return false;
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(Head.BYTES);
    char[] begin = new char[4096];
    int read = Math.max(reader.read(begin), 0);
    reader.reset();
    String header = new String(begin, 0, read).lines().findFirst().orElse("");
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      best = count(header, each) > count(header, best) ? each : best;
    }
    return best;
  }

  private static long count(String header, char each) {
    return header.chars().filter(character -> character == each).count();
  }
}
