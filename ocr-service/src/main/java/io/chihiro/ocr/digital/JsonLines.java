package io.chihiro.ocr.digital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.EntryRead.DateSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// A journal with one JSON object a line: `{"date":"1660-01-02","text":"…"}`.
///
/// Fields beside these two are passed over. A line whose date is absent, null or no day in the
/// calendar keeps its text and waits for a date.
final class JsonLines implements JournalFormat {
  private static final Set<String> NAMES = Set.of("jsonl", "ndjson");

  @Override
  public boolean recognises(Head head, RowRules rules) {
    if (NAMES.contains(head.extension())) {
      return true;
    }
    String line = head.firstLine();
    return line.startsWith("{")
        && object(line)
            .map(first -> first.path("text").isTextual())
            .orElseGet(() -> !head.whole() && isCut(head, line));
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    BufferedReader lines = member.reader();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        read(line, member.where("line " + number), rules, rows);
      }
    }
  }

  private static void read(String line, String where, RowRules rules, Rows rows) {
    Optional<JsonNode> object = object(line);
    if (object.isEmpty()) {
      rows.leaveOut("no JSON object", where);
      return;
    }
    var date = NamedDay.inField(object.get().path("date").asText(""), rules::isSane);
    rows.take(
        Row.of(
            where,
            Optional.empty(),
            date,
            DateSource.FRONT_MATTER,
            object.get().path("text").asText(""),
            Optional.empty()));
  }

  /// A first line that is longer than what was looked at.
  private static boolean isCut(Head head, String line) {
    return line.length() == head.text().stripLeading().length() && line.contains("\"text\"");
  }

  private static Optional<JsonNode> object(String line) {
    try {
      return Optional.of(JsonRows.JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // Not JSON: the caller says which line it was.
      return Optional.empty();
    }
  }
}
