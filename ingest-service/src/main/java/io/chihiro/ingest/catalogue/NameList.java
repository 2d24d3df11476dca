package io.chihiro.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Reads several names out of one cell: `{"Ana","Zé \"Fado\""}` as Genius has them, `['a', 'b']` as
/// Python prints them, `["a","b"]` as JSON has them, or `a; b`.
final class NameList {
  private static final int MOST_NAMES = 20;
  private static final int MOST_CHARACTERS = 200;

  private final String text;
  private final boolean bracketed;
  private final List<String> names = new ArrayList<>();
  private final StringBuilder name = new StringBuilder();
  private int at;

  private NameList(String text) {
    String bare = text.strip();
    this.bracketed = bare.startsWith("{") || bare.startsWith("[");
    this.text = bracketed ? inside(bare) : bare;
  }

  /// The names in a cell, each once, in their order.
  static List<String> of(String text) {
    return new NameList(text).read();
  }

  private static String inside(String text) {
    boolean closed = text.endsWith("}") || text.endsWith("]");
    return text.substring(1, closed ? text.length() - 1 : text.length());
  }

  private List<String> read() {
    while (at < text.length() && names.size() < MOST_NAMES) {
      char c = text.charAt(at++);
      if (bracketed && name.isEmpty() && (c == '"' || c == '\'')) {
        quoted(c);
      } else if (c == ',' || c == ';' || c == '|') {
        end();
      } else if (!name.isEmpty() || !Character.isWhitespace(c)) {
        name.append(c);
      }
    }
    end();
    return List.copyOf(names);
  }

  private void quoted(char quote) {
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        // Genius writes a backslash twice before an apostrophe.
        at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      }
      name.append(text.charAt(at++));
    }
    at++;
  }

  private void end() {
    String whole = CatalogueReading.line(name.toString());
    name.setLength(0);
    boolean fits = !whole.isEmpty() && whole.length() <= MOST_CHARACTERS;
    if (fits && names.size() < MOST_NAMES && !names.contains(whole)) {
      names.add(whole);
    }
  }
}
