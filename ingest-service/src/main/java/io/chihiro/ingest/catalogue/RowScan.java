package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of a table while it is read, character by character.
final class RowScan {
  /// A row's characters beyond these are read, but not kept.
  static final int MOST_CHARACTERS = 1 << 20;

  private enum State {
    CELL_BEGINS,
    PLAIN,
    QUOTED,
    QUOTE_ENDS
  }

  private final Characters characters;
  private final char separator;
  private final int width;
  private final long line;
  private final StringBuilder raw = new StringBuilder();
  private final StringBuilder cell = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private State state = State.CELL_BEGINS;
  private boolean broken;
  private boolean tooLong;

  /// A row of which nothing has been read.
  ///
  /// @param width cells that a row has; negative if that is not known
  RowScan(Characters characters, char separator, int width) {
    this.characters = characters;
    this.separator = separator;
    this.width = width;
    this.line = characters.line();
  }

  /// Reads the row to its end.
  ///
  /// @return whether there was one
  boolean read() throws IOException {
    int c = characters.next();
    if (c == Characters.END) {
      return false;
    }
    while (take(c)) {
      c = characters.next();
    }
    if (broken) {
      resume(c);
    }
    return true;
  }

  // A quote that nobody closes would take in everything up to the next one. Lyrics are lines as
  // well, but few of those happen to have as many cells as there are headings.
  private boolean swallowsRows() {
    int end = raw.indexOf("\n");
    if (width < 2 || end < 0) {
      return false;
    }
    List<String> lines = raw.substring(end + 1).lines().toList();
    long rows = lines.stream().filter(this::hasItsCells).count();
    return 2 * rows > lines.size();
  }

  private boolean hasItsCells(String text) {
    return text.chars().filter(c -> c == separator).count() == width - 1;
  }

  // Where the quote was opened is known, where it should have ended is not: on with the next line.
  private void resume(int last) throws IOException {
    int end = raw.indexOf("\n");
    if (end >= 0 && !tooLong) {
      characters.giveBack(raw.substring(end + 1));
    } else if (last != '\n' && last != Characters.END) {
      characters.skipLine();
    }
  }

  /// Takes the next character.
  ///
  /// @return whether the row goes on
  private boolean take(int c) {
    keep(c);
    if (broken) {
      return false;
    }
    return switch (state) {
      case CELL_BEGINS -> begin(c);
      case PLAIN -> plain(c);
      case QUOTED -> quoted(c);
      case QUOTE_ENDS -> afterQuote(c);
    };
  }

  private void keep(int c) {
    if (c == Characters.END || tooLong) {
      return;
    }
    raw.append((char) c);
    if (raw.length() > MOST_CHARACTERS) {
      broken = state == State.QUOTED && swallowsRows();
      tooLong = !broken;
    }
  }

  private boolean begin(int c) {
    if (c == '"') {
      state = State.QUOTED;
      return true;
    }
    return (c == ' ' || c == '\r') || plain(c);
  }

  private boolean plain(int c) {
    if (ends(c)) {
      return endCell(c);
    }
    state = State.PLAIN;
    append(c);
    return true;
  }

  private boolean quoted(int c) {
    if (c == Characters.END) {
      broken = true;
      return false;
    }
    if (c == '"') {
      state = State.QUOTE_ENDS;
      return true;
    }
    append(c);
    return true;
  }

  private boolean afterQuote(int c) {
    if (c == '"') {
      append(c);
      state = State.QUOTED;
      return true;
    }
    if (ends(c)) {
      return endCell(c);
    }
    broken = c != ' ' && c != '\r';
    return !broken;
  }

  private boolean ends(int c) {
    return c == separator || c == '\n' || c == Characters.END;
  }

  private boolean endCell(int c) {
    if (!tooLong) {
      cells.add(cell.toString().strip());
    }
    cell.setLength(0);
    state = State.CELL_BEGINS;
    return c == separator;
  }

  private void append(int c) {
    if (!tooLong) {
      cell.append((char) c);
    }
  }

  /// The line on which it begins.
  long line() {
    return line;
  }

  /// Why nothing can be made of it.
  Optional<Reason> broken() {
    if (tooLong) {
      return Optional.of(Reason.ROW_TOO_LONG);
    }
    return broken ? Optional.of(Reason.BROKEN_QUOTE) : Optional.empty();
  }

  /// Whether nothing stands there.
  boolean isBlank() {
    return !broken && !tooLong && cells.size() == 1 && cells.getFirst().isEmpty();
  }

  /// Whether it has its cells, however many if that is not known; blank ones beyond them do no
  /// harm.
  boolean fits() {
    return width < 0 || hasCells();
  }

  private boolean hasCells() {
    return cells.size() >= width
        && cells.subList(width, cells.size()).stream().allMatch(String::isEmpty);
  }

  /// Its cells, at most as many as a row has.
  List<String> cells() {
    return List.copyOf(width < 0 ? cells : cells.subList(0, width));
  }
}
