package io.chihiro.local;

import java.util.ArrayList;
import java.util.List;

/// Rows under a head, each column as wide as its widest cell, numbers to the right.
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /// A table with these heads and no row yet.
  public Table(String... head) {
    rows.add(List.of(head));
  }

  /// Adds a row, one cell under each head.
  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    if (row.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "a row of %d cells under %d heads".formatted(row.size(), rows.getFirst().size()));
    }
    rows.add(row);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    String space = " ".repeat(width(column) - cell.length());
    return numeric(column) ? space + cell : cell + space;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean numeric(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-0-9.,]*"));
  }
}
