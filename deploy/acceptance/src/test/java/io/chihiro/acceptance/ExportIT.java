package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.events.Moment;
import io.chihiro.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A journal goes out of one life and into an empty one; [WholeExportIT] takes all of a system into
/// another.
@Order(9)
class ExportIT {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String PAGES = "/api/v1/journal/pages";
  private static final String DIARY =
      """
      5 March 2024
      Rain at the harbour.

      6 March 2024
      Late.

      6 March 2024
      After all.

      7 March 2024
      Nobody reads this.

      8 March 2024
      Thrown away.
      """;

  @Test
  void anEmptyLifeComesToTheSameMoments() throws Exception {
    RunningSystem system = Systems.fresh("Europe/London");
    byte[] export;
    SortedMap<String, String> moments;
    try (Api api = system.api()) {
      var _ = api.upload(PAGES, NamedFile.text("diary.txt", DIARY)).fine();
      var _ = api.upload(PAGES, NamedFile.text("note.md", "Some day.")).fine();
      mark(api, "Nobody reads this.", "private");
      mark(api, "Thrown away.", "discarded");
      var _ = api.awaitNothingWaits(LONGEST);
      moments = moments(system, "owner");
      export = api.download("/api/v1/journal/export");
    }
    assertEquals(List.of("2024-03-05", "2024-03-06"), List.copyOf(moments.keySet()));
    assertEquals("Late.\n\nAfter all.", moments.get("2024-03-06"));
    String token = system.launch("user", "add", "ana").lines().toList().getLast().strip();
    try (Api api = system.stranger(Optional.of(token))) {
      JsonNode taken = api.upload(PAGES, new NamedFile("journal.zip", export)).fine();
      assertEquals(
          "{\"rows\":6,\"stored\":5,\"dropped\":{},\"waiting\":1}",
          taken.path("pages").path(0).path("account").toString());
      var _ = api.awaitNothingWaits(LONGEST);
      assertEquals(moments, moments(system, "ana"));
      assertEquals("private", status(api, "Nobody reads this.", "private"));
      assertEquals("discarded", status(api, "Thrown away.", "discarded"));
    }
  }

  private static void mark(Api api, String text, String status) throws Exception {
    for (JsonNode entry : api.get("/api/v1/journal/entries").fine().path("entries")) {
      if (entry.path("text").asText().equals(text)) {
        var _ =
            api.put(
                    "/api/v1/journal/entries/" + entry.path("id").asText(),
                    "{\"status\":\"" + status + "\"}")
                .fine();
      }
    }
  }

  private static String status(Api api, String text, String wanted) throws Exception {
    for (JsonNode entry :
        api.get("/api/v1/journal/entries?status=" + wanted).fine().path("entries")) {
      if (entry.path("text").asText().equals(text)) {
        return entry.path("status").asText();
      }
    }
    return "missing";
  }

  /// Texts by day.
  private static SortedMap<String, String> moments(RunningSystem system, String user) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Moment moment : Outcome.latest(system, Topics.MOMENTS).values()) {
      if (moment.user().equals(user)) {
        texts.put(moment.date().toString(), moment.text());
      }
    }
    return texts;
  }
}
