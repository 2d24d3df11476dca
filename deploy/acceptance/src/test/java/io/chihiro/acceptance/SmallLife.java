package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Six invented days that every release goes on knowing: what goes in by hand, and how to see that
/// all of it is there.
final class SmallLife {
  static final String ZONES = "UTC";

  /// Written by nobody, and so easily found.
  static final String FUNERAL =
      "The funeral of an invented grandmother. I could not cry until the bus took me home.";

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final LocalDate FIRST = LocalDate.parse("2025-05-01");
  private static final List<String> TEXTS =
      List.of(
          "The ferry was late, so we ate oranges on the quay and watched the lamps come on.",
          "First snow at the hut. I knitted by the stove and nobody said a word.",
          FUNERAL,
          "We won the quiz at the pub and danced on the tables until they closed.",
          "The exam is tomorrow and I cannot sleep, my heart races.",
          "A long run through the forest, my legs like springs.");
  private static final List<String> OWN_SONGS =
      List.of("Quay Oranges", "Stove Song", "Grey Bus", "Table Dance", "Racing", "Springs");
  private static final int ROWS = 270;
  private static final String MOOD = "Grief after a funeral, and at last the tears";
  private static final String NAME = "Inventia";
  private static final String RULES = "/api/v1/plays/rules";
  private static final String ENGINES = "/api/v1/journal/engines";

  private SmallLife() {}

  /// Brings it into an empty system.
  static void bring(Api api) throws Exception {
    for (int day = 0; day < TEXTS.size(); day++) {
      var _ = api.enter(FIRST.plusDays(day), TEXTS.get(day));
    }
    var _ = api.put(RULES, "{\"playsPerDay\":4}").fine();
    var _ = api.put(ENGINES, "{\"vocabulary\":[\"" + NAME + "\"]}").fine();
    var _ = api.importPlays(plays().named("Streaming_History_Audio_2025.json"), LONG);
    var _ = api.awaitNothingWaits(LONG);
    String answer = api.ask(MOOD, 3).fine().path("songs").path(0).path("answer").asText();
    var _ =
        api.post(
                "/api/v1/feedback",
                "{\"answer\":\"%s\",\"verdict\":\"took-me-back\"}".formatted(answer))
            .fine();
  }

  /// Nothing is missing, and nothing was put aside.
  static void isThere(Api api) throws Exception {
    var _ = api.awaitNothingWaits(LONG);
    assertEquals(days(), entries(api));
    JsonNode plays = api.get("/api/v1/plays/imports").fine().path("imports").path(0);
    assertEquals("done", plays.path("status").asText());
    assertEquals(ROWS, plays.path("stored").asInt());
    JsonNode said = api.get("/api/v1/feedback").fine().path("feedback");
    assertEquals(1, said.size());
    assertEquals("Grey Bus", said.path(0).path("title").asText());
    assertEquals(4, api.get(RULES).fine().path("playsPerDay").asInt());
    assertTrue(api.get(ENGINES).fine().path("vocabulary").toString().contains(NAME));
  }

  /// The mood brings back the song of that day alone, with what was written on it.
  static void answers(Api api) throws Exception {
    JsonNode song = api.ask(MOOD, 3).fine().path("songs").path(0);
    assertEquals("Grey Bus", song.path("title").asText());
    assertEquals(15, song.path("plays").asInt());
    JsonNode evidence = song.path("evidence").path(0);
    assertEquals("2025-05-03", evidence.path("date").asText());
    assertTrue(FUNERAL.contains(evidence.path("excerpt").asText()), evidence.toString());
    assertEquals(15, evidence.path("plays").asInt());
  }

  private static Map<LocalDate, String> days() {
    Map<LocalDate, String> days = new HashMap<>();
    for (int day = 0; day < TEXTS.size(); day++) {
      days.put(FIRST.plusDays(day), TEXTS.get(day));
    }
    return days;
  }

  private static Map<LocalDate, String> entries(Api api) throws Exception {
    String path =
        "/api/v1/journal/entries?from=%s&to=%s".formatted(FIRST, FIRST.plusDays(TEXTS.size() - 1));
    Map<LocalDate, String> entries = new HashMap<>();
    for (JsonNode entry : api.get(path).fine().path("entries")) {
      entries.put(LocalDate.parse(entry.path("date").asText()), entry.path("text").asText());
    }
    return entries;
  }

  private static PlaysFile plays() {
    PlaysFile plays = new PlaysFile();
    for (int day = 0; day < OWN_SONGS.size(); day++) {
      LocalDate date = FIRST.plusDays(day);
      plays
          .heard(date, OWN_SONGS.get(day), "The Invented", 15)
          .heard(date, "Company " + day % 2, "Nobody At All", 12)
          .heard(date, "Morning Radio", "Everyday", 10)
          .heard(date, "Evening Radio", "Everyday", 8);
    }
    return plays;
  }
}
