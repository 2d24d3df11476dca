package io.chihiro.ocr.digital;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.EntryRead.DateSource;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Journiv's export, `data.json` in a zip: `{"export_version",…,"journals":[{"title","entries":
/// [{"title","content_plain_text","entry_date","entry_datetime_utc","entry_timezone",…}]}]}`.
///
/// `entry_date` is the local day. Older exports call the text `content`; the rich text is a Quill
/// delta.
final class Journiv implements JournalFormat {
  @Override
  public boolean recognises(Head head, RowRules rules) {
    String text = head.text();
    return text.stripLeading().startsWith("{")
        && text.contains("\"export_version\"")
        && (text.contains("\"app_version\"") || text.contains("\"journals\""));
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    JsonRows.each(
        member, (entry, number) -> rows.take(row(entry, member.where("entry " + number), rules)));
  }

  private static Row row(JsonNode entry, String where, RowRules rules) {
    String moment = entry.path("entry_datetime_utc").asText("");
    Optional<LocalDateTime> local =
        JsonRows.local(zoned(moment), entry.path("entry_timezone").asText("UTC"));
    Optional<LocalDate> date =
        NamedDay.inField(entry.path("entry_date").asText(""), rules::isSane)
            .or(() -> local.map(LocalDateTime::toLocalDate).filter(rules::isSane));
    return Row.of(
        where,
        key(entry, moment),
        date,
        DateSource.FRONT_MATTER,
        text(entry),
        local.filter(time -> date.filter(time.toLocalDate()::equals).isPresent()));
  }

  /// Entries carry no id: when they were made is theirs alone.
  private static Optional<String> key(JsonNode entry, String moment) {
    String created = entry.path("created_at").asText("");
    return Optional.of("journiv " + created + " " + moment).filter(_ -> !created.isEmpty());
  }

  // Stamps of older exports say UTC by their name alone.
  private static String zoned(String moment) {
    return moment.matches(".*T[\\d:.]+") ? moment + "Z" : moment;
  }

  private static String text(JsonNode entry) {
    String words =
        Stream.of("content_plain_text", "content")
            .map(field -> entry.path(field).asText(""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElseGet(() -> delta(entry.path("content_delta")));
    String title = entry.path("title").asText("").strip();
    return title.isEmpty() || words.strip().startsWith(title)
        ? words.strip()
        : (title + "\n\n" + words.strip()).strip();
  }

  private static String delta(JsonNode delta) {
    return StreamSupport.stream(delta.path("ops").spliterator(), false)
        .map(part -> part.path("insert"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .collect(Collectors.joining());
  }
}
