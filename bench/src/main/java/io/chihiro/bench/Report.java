package io.chihiro.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.local.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rows for people and for programs.
final class Report {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Report() {}

  /// One line a row under a head.
  static String table(List<Row> rows) {
    Table table = new Table("bench", "what", "unit", "ours", "peer", "ratio", "bar", "holds");
    for (Row row : rows) {
      table.row(
          row.bench(),
          row.what(),
          row.unit(),
          Numbers.shown(row.ours()),
          shown(row.peer()),
          shown(row.ratio()),
          row.bar().map(Bar::text).orElse(""),
          row.bar().isEmpty() ? "" : row.holds() ? "yes" : "NO");
    }
    return table.toString();
  }

  /// One JSON object a line.
  static String json(List<Row> rows) {
    return rows.stream().map(row -> json(row) + "\n").collect(Collectors.joining());
  }

  /// 0 if every bar holds.
  static int exitCode(List<Row> rows) {
    return rows.stream().allMatch(Row::holds) ? 0 : 1;
  }

  private static ObjectNode json(Row row) {
    ObjectNode json = JSON.createObjectNode();
    json.put("bench", row.bench()).put("what", row.what()).put("unit", row.unit());
    json.put("ours", row.ours());
    json.put("peer", row.peer().orElse(null));
    json.put("ratio", row.ratio().orElse(null));
    json.put("bar", row.bar().map(Bar::limit).orElse(null));
    return json.put("holds", row.holds());
  }

  private static String shown(Optional<Double> number) {
    return number.map(Numbers::shown).orElse("");
  }
}
