package io.chihiro.ocr.digital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.door.Hyphenated;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Draft;
import io.chihiro.events.EntryRead.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day as this project writes it out: Markdown with front matter, made to be read by people and
/// to come back as the same entries.
///
/// ```
/// ---
/// date: 2024-03-05
/// chihiro: 1
/// entries:
///   - {"id":"page-9f86","dateSource":"written","engine":"vision","place":"IMG_0042.heic",…}
/// ---
///
/// <!-- chihiro page-9f86 confirmed -->
/// Walked to the harbour again.
/// ```
///
/// The status stands beside each text, so that a private entry stays private even if somebody has
/// mended the block above. A line of a text that looks like such a mark gets a backslash in front.
public final class ExportedDay implements JournalFormat {
  private static final int MOST_BYTES = 64_000_000;
  private static final String VERSION = "chihiro: 1";
  private static final Pattern FIELDS = Pattern.compile("(?md)^  - (\\{.*\\})$");
  private static final Pattern MARK =
      Pattern.compile("(?md)^<!-- chihiro (?<id>\\S{1,200}) (?<status>[a-z]+) -->\\n");
  private static final Pattern LOOKS_LIKE_MARK = Pattern.compile("(?md)^(\\\\*<!-- chihiro )");
  private static final Pattern ESCAPED_MARK = Pattern.compile("(?md)^\\\\(\\\\*<!-- chihiro )");

  @Override
  public boolean recognises(Head head, RowRules rules) {
    String text = head.text();
    int end = text.startsWith("---\n") ? text.indexOf("\n---\n") : -1;
    return text.startsWith("---\n")
        && text.substring(0, end < 0 ? text.length() : end).lines().anyMatch(VERSION::equals);
  }

  /// The file of one day, or of all entries that have none.
  ///
  /// @param places where the page of an entry lies, by page
  public static String write(
      Optional<LocalDate> day, List<EntryRead> entries, Map<String, String> places) {
    StringBuilder file = new StringBuilder("---\n");
    day.ifPresent(date -> file.append("date: ").append(date).append('\n'));
    file.append(VERSION).append("\nentries:\n");
    for (EntryRead entry : entries) {
      file.append("  - ").append(fields(entry, places)).append('\n');
    }
    file.append("---\n");
    for (EntryRead entry : entries) {
      String text = LOOKS_LIKE_MARK.matcher(entry.text()).replaceAll("\\\\$1");
      file.append(
              "\n<!-- chihiro %s %s -->\n".formatted(entry.entry(), Hyphenated.of(entry.status())))
          .append(text)
          .append('\n');
    }
    return file.toString();
  }

  private static ObjectNode fields(EntryRead entry, Map<String, String> places) {
    ObjectNode fields = JsonRows.JSON.createObjectNode();
    fields.put("id", entry.entry());
    fields.put("dateSource", Hyphenated.of(entry.dateSource()));
    fields.put("dateConfidence", entry.dateConfidence().value());
    fields.put("engine", entry.engine());
    fields.put("confidence", entry.confidence().value());
    entry.writtenAt().ifPresent(time -> fields.put("writtenAt", time.toString()));
    entry.page().ifPresent(page -> fields.put("page", page));
    entry
        .page()
        .flatMap(page -> Optional.ofNullable(places.get(page)))
        .ifPresent(place -> fields.put("place", place));
    entry
        .draft()
        .ifPresent(
            draft ->
                fields.putObject("draft").put("engine", draft.engine()).put("text", draft.text()));
    return fields;
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    byte[] bytes = member.content().readNBytes(MOST_BYTES);
    String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    FrontMatter parts = FrontMatter.of(content);
    String head = content.substring(0, content.length() - parts.body().length());
    Map<String, JsonNode> known = known(head);
    Optional<LocalDate> date =
        parts.date().flatMap(value -> NamedDay.inField(value, rules::isSane));
    Matcher mark = MARK.matcher(parts.body());
    boolean more = mark.find();
    while (more) {
      String id = mark.group("id");
      Optional<Status> status = named(Status.values(), mark.group("status"));
      int begin = mark.end();
      more = mark.find();
      String text = parts.body().substring(begin, more ? mark.start() : parts.body().length());
      JsonNode fields = known.getOrDefault(id, JsonRows.JSON.createObjectNode());
      // Whoever wrote a status that is none did not want it seen.
      rows.take(row(member.where(id), id, date, status.orElse(Status.PRIVATE), fields, text));
    }
  }

  private static Row row(
      String where,
      String id,
      Optional<LocalDate> date,
      Status status,
      JsonNode fields,
      String written) {
    String text = written.replaceFirst("\\n{1,2}\\z", "");
    var kept =
        new Row.Kept(
            id,
            fields.path("engine").asText("file"),
            confidence(fields.path("confidence")),
            status,
            Optional.of(fields.path("page").asText("")).filter(page -> !page.isEmpty()),
            draft(fields.path("draft")));
    return new Row(
        where,
        Optional.empty(),
        date,
        named(DateSource.values(), fields.path("dateSource").asText("front-matter"))
            .orElse(DateSource.FRONT_MATTER),
        confidence(fields.path("dateConfidence")),
        ESCAPED_MARK.matcher(text).replaceAll("$1"),
        time(fields.path("writtenAt").asText("")),
        Optional.of(kept));
  }

  private static Optional<Draft> draft(JsonNode draft) {
    String engine = draft.path("engine").asText("");
    return Optional.of(engine)
        .filter(name -> !name.isBlank())
        .map(name -> new Draft(name, draft.path("text").asText("")));
  }

  private static Map<String, JsonNode> known(String head) {
    Map<String, JsonNode> known = new HashMap<>();
    Matcher line = FIELDS.matcher(head);
    while (line.find()) {
      object(line.group(1)).ifPresent(fields -> known.put(fields.path("id").asText(), fields));
    }
    return known;
  }

  private static Optional<JsonNode> object(String json) {
    try {
      return Optional.of(JsonRows.JSON.readTree(json));
    } catch (JsonProcessingException e) {
      // Mended by hand and no longer readable: the text comes in without what stood here.
      return Optional.empty();
    }
  }

  private static Confidence confidence(JsonNode value) {
    return new Confidence(Math.clamp(value.asDouble(1), 0, 1));
  }

  private static Optional<LocalDateTime> time(String value) {
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(value));
    } catch (DateTimeException e) {
      // Only orders the entries of a day.
      return Optional.empty();
    }
  }

  private static <T extends Enum<T>> Optional<T> named(T[] values, String name) {
    return Arrays.stream(values).filter(value -> Hyphenated.of(value).equals(name)).findFirst();
  }
}
