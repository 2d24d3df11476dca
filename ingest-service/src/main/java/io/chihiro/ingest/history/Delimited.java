package io.chihiro.ingest.history;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads records of fields (RFC 4180, with any separator): quoted fields may hold separators, line
/// ends and doubled quotes.
final class Delimited implements Closeable {
  private static final int LONGEST_CHARACTERS = 1 << 20;

  private final BufferedReader text;
  private final char separator;

  Delimited(BufferedReader text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /// The next record that is not an empty line; empty at the end.
  Optional<List<String>> next() throws IOException {
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (!line.isBlank()) {
        return Optional.of(fields(whole(line)));
      }
    }
    return Optional.empty();
  }

  // A quote that is open at the end of a line goes on in the next one.
  private String whole(String first) throws IOException {
    StringBuilder record = new StringBuilder(first);
    while (isOpen(record) && record.length() < LONGEST_CHARACTERS) {
      String more = text.readLine();
      if (more == null) {
        return record.toString();
      }
      record.append('\n').append(more);
    }
    return record.toString();
  }

  private static boolean isOpen(CharSequence record) {
    return record.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private List<String> fields(String record) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < record.length() && record.charAt(i + 1) == '"';
        if (doubled) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
