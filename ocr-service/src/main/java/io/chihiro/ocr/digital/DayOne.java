package io.chihiro.ocr.digital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.EntryRead.DateSource;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Day One's export: `{"metadata":{"version":"1.0"},"entries":[{"uuid","creationDate","timeZone",
/// "text",…}]}`, one such file a journal, zipped with its photos.
///
/// `creationDate` is UTC and `timeZone` says where its writer was. The text is Markdown in which
/// Day One has put backslashes before punctuation, with photos as `dayone-moment:` links.
final class DayOne implements JournalFormat {
  private static final Pattern BEGINS =
      Pattern.compile(
          "^\\s*\\{\\s*\"(?:metadata\"\\s*:\\s*\\{\\s*\"version\"|entries\"\\s*:\\s*\\[)");
  private static final Pattern MEDIA =
      Pattern.compile("!\\[[^\\]\\n]*\\]\\(dayone-moment:[^)\\n]*\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\p{Punct}])");
  private static final String SAFE = "[^A-Za-z0-9-]";

  @Override
  public boolean recognises(Head head, RowRules rules) {
    return BEGINS.matcher(head.text()).find()
        && head.text().contains("\"entries\"")
        && (!head.whole() || head.text().contains("\"creationDate\""));
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    JsonRows.each(
        member, (entry, number) -> rows.take(row(entry, member.where("entry " + number), rules)));
  }

  private static Row row(JsonNode entry, String where, RowRules rules) {
    String created = entry.path("creationDate").asText("");
    Optional<LocalDateTime> local = JsonRows.local(created, zone(entry));
    Optional<LocalDate> date = local.map(LocalDateTime::toLocalDate).filter(rules::isSane);
    String uuid = entry.path("uuid").asText("").replaceAll(SAFE, "");
    return Row.of(
        where,
        Optional.of("day-one " + uuid).filter(_ -> !uuid.isEmpty()),
        date,
        DateSource.FRONT_MATTER,
        text(entry),
        local.filter(_ -> date.isPresent()));
  }

  // Without a zone of its own, an entry is taken for one of its place.
  private static String zone(JsonNode entry) {
    String own = entry.path("timeZone").asText("");
    return own.isEmpty() ? entry.path("location").path("timeZoneName").asText("") : own;
  }

  private static String text(JsonNode entry) {
    String written = entry.path("text").asText("");
    String markdown = written.isBlank() ? rich(entry.path("richText").asText("")) : written;
    String words = MEDIA.matcher(markdown).replaceAll("");
    return ESCAPED.matcher(words).replaceAll("$1").strip();
  }

  /// The words of an entry that has only a rich text: JSON inside of a string.
  private static String rich(String json) {
    try {
      return StreamSupport.stream(
              JsonRows.JSON.readTree(json).path("contents").spliterator(), false)
          .map(part -> part.path("text").asText(""))
          .collect(Collectors.joining());
    } catch (JsonProcessingException e) {
      // No rich text after all: the entry is blank, and counted so.
      return "";
    }
  }
}
