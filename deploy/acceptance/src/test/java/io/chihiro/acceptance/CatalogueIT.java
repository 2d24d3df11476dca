package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A catalogue of songs through the front door: whole, broken, again, taken away, and forgotten.
@Order(5)
class CatalogueIT {
  private static final String IMPORTS = "/api/v1/songs/imports";
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");
  private static final String HEADINGS =
      "title,tag,artist,year,views,features,lyrics,id,language\n";

  @Test
  void aCatalogueComesInAndGoesAgain(@TempDir Path folder) throws Exception {
    RunningSystem system = Systems.fresh("UTC");
    try (Api api = system.api()) {
      var _ =
          api.importPlays(
              new PlaysFile().heard(DAY, "Ferry Home", "The Gulls", 3).named("plays.json"),
              LONGEST);
      String said = imported(system, folder);
      assertTrue(said.contains("1 catalogue of songs"), said);
      assertTrue(said.contains("songs.csv: 3 rows = 3 stored"), said);
      joined(api);
      knownAlready(api);
      named(api);
      JsonNode unknown = api.get(IMPORTS + "/nothing").body();
      assertEquals(404, unknown.path("status").asInt());
      String zip = api.get("/api/v1/export").fine().asText();
      assertTrue(zip.contains("plays/catalogue.jsonl") && zip.contains("Night Lamp"), "exported");
      assertFalse(zip.contains("verse number"), "lyrics are never given away");
      forgotten(system, api);
    }
  }

  private static String imported(RunningSystem system, Path folder) throws Exception {
    Path file = folder.resolve("songs.csv");
    Files.writeString(
        file,
        HEADINGS
            + song("Night Lamp", "Ana Moura", 1, words(1))
            + song("Ferry Home", "The Gulls", 2, words(2))
            + song("Low Tide", "The Gulls", 3, "La la la"));
    return system.launch("import", file.toString());
  }

  /// A song that was played and listed is one.
  private static void joined(Api api) throws Exception {
    JsonNode gulls = api.get("/api/v1/plays/songs?q=gulls").fine().path("songs");
    assertEquals(2, gulls.size(), gulls.toString());
    JsonNode ferry = api.get("/api/v1/plays/songs?q=ferry").fine().path("songs").path(0);
    assertTrue(ferry.path("listed").asBoolean() && ferry.path("lyrics").asBoolean());
    assertEquals("2", ferry.path("ids").path("catalogue").path(0).asText());
    assertTrue(ferry.path("ids").has("spotify"), ferry.toString());
    assertFalse(gulls.toString().contains("verse number"), "the words are not shown");
  }

  private static void knownAlready(Api api) throws Exception {
    JsonNode again =
        taken(
            api,
            NamedFile.text("again.csv", HEADINGS + song("Night Lamp", "Ana Moura", 1, words(1))));
    assertEquals("done", again.path("status").asText());
    assertEquals(1, again.path("dropped").path("known already").asInt(), again.toString());
  }

  /// Whatever is wrong is named by its row, and the rows around it come in.
  private static void named(Api api) throws Exception {
    String bad =
        HEADINGS
            + song("First", "Good", 10, words(10))
            + "Broken,pop,Nobody,1999,1,{},\"never closed\nla la\n,11,en\n"
            + song("Page", "Web", 12, "<html><body>" + words(12) + "</body></html>")
            + song("Giant", "Cell", 13, "la ".repeat(3_500_000))
            + song("Thief", "Of Ids", 10, words(14))
            + "Too,few\n"
            + song("Last", "Good", 15, words(15));
    JsonNode account = taken(api, NamedFile.text("bad.csv", bad));
    assertEquals("done", account.path("status").asText(), account.toString());
    assertEquals(7, account.path("rows").asInt(), account.toString());
    assertEquals(3, account.path("stored").asInt(), account.toString());
    assertEquals(1, account.path("lyrics").path("leftOut").path("a web page").asInt());
    assertEquals(
        "[2:a quote that is not closed, 3:lyrics left out: a web page,"
            + " 4:longer than a million characters, 5:the id of another song,"
            + " 6:not as many cells as headings]",
        account
            .path("problems")
            .valueStream()
            .map(each -> each.path("row").asInt() + ":" + each.path("problem").asText())
            .toList()
            .toString());
    JsonNode none = taken(api, NamedFile.text("diary.csv", "weather,mood\nrain,calm\n"));
    assertEquals("failed", none.path("status").asText());
    assertTrue(
        none.path("message").asText().startsWith("diary.csv has no columns"), none.toString());
  }

  private static void forgotten(RunningSystem system, Api api) throws Exception {
    String asked = "{\"what\":\"everything\",\"confirm\":\"owner\"}";
    String id = api.post("/api/v1/erasures", asked).fine().path("id").asText();
    var _ =
        Patience.until(
            LONGEST,
            "everybody has confirmed",
            () ->
                api.patiently("/api/v1/erasures/" + id)
                    .filter(receipt -> receipt.path("state").asText().equals("done")));
    assertEquals(Set.of("erasures"), LiveKeys.of(system).of("owner").keySet());
    assertEquals(0, api.get(IMPORTS).fine().path("imports").size());
  }

  private static JsonNode taken(Api api, NamedFile file) throws Exception {
    String id = api.upload(IMPORTS, file).fine().path("id").asText();
    return Patience.until(
        LONGEST,
        "the end of the import",
        () ->
            api.patiently(IMPORTS + "/" + id)
                .filter(now -> now.path("status").asText().matches("done|failed")));
  }

  private static String song(String title, String artist, int id, String lyrics) {
    return "%s,pop,%s,1999,12,{},\"[Verse]\n%s\",%d,en\n".formatted(title, artist, lyrics, id);
  }

  private static String words(int song) {
    StringBuilder words = new StringBuilder();
    for (int line = 0; line < 10; line++) {
      words.append("verse number %d of %d goes past the harbour\n".formatted(line, song));
    }
    return words.toString();
  }
}
