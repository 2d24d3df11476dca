package io.chihiro.ocr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead.DateSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal with one JSON object a line: `{"date":"1660-01-02","text":"…"}`. Pure.
///
/// Fields beside these two are passed over. A line whose date is absent, null or no day in the
/// calendar keeps its text and waits for a date.
///
/// @param lines in the order of the file
/// @param problems a sentence for each line that holds no entry
record JournalLines(List<Line> lines, List<String> problems) {
  private static final int SHOWN_PROBLEMS = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// One entry.
  record Line(Optional<LocalDate> date, String text) {
    /// The same as a note; a date that a line has came with the file.
    TextNote asNote() {
      boolean dated = date.isPresent();
      return new TextNote(
          date,
          dated ? DateSource.FRONT_MATTER : DateSource.NONE,
          dated ? Confidence.FULL : Confidence.NONE,
          text);
    }
  }

  /// Whether this is such a journal: its first line that is not blank is an object with a text.
  static boolean recognises(String content) {
    return content
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .flatMap(JournalLines::object)
        .filter(first -> first.path("text").isTextual())
        .isPresent();
  }

  /// Reads all lines.
  static JournalLines of(String content, EntryChecks checks) {
    List<Line> lines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        read(line, number, checks, lines, problems);
      }
    }
    return new JournalLines(List.copyOf(lines), List.copyOf(problems));
  }

  /// A sentence if some lines hold no entry.
  Optional<String> problem() {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        problems.size()
            + " of "
            + (lines.size() + problems.size())
            + " lines hold no entry: "
            + String.join("; ", firstProblems())
            + ".");
  }

  /// The first few problems, so that a sentence stays one.
  List<String> firstProblems() {
    return problems.subList(0, Math.min(SHOWN_PROBLEMS, problems.size()));
  }

  private static void read(
      String line, int number, EntryChecks checks, List<Line> lines, List<String> problems) {
    Optional<JsonNode> object = object(line);
    if (object.isEmpty()) {
      problems.add("line " + number + " is no JSON object");
      return;
    }
    String text = object.get().path("text").asText("");
    Optional<String> problem = checks.problemOf(text);
    if (problem.isPresent()) {
      problems.add("line " + number + ": " + problem.get().replaceFirst("[.]$", ""));
      return;
    }
    String date = object.get().path("date").asText("");
    lines.add(new Line(NamedDay.inField(date, checks::isSane), text));
  }

  private static Optional<JsonNode> object(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // Not JSON: the caller says which line it was.
      return Optional.empty();
    }
  }
}
