package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Songs of a catalogue, from the file to the answer.
@Order(5)
class SearchIT {
  private static final String IMPORTS = "/api/v1/songs/imports";
  private static final String SONGS = "/api/v1/search/songs";
  private static final String LINES = "/api/v1/search/lines";
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");
  private static final String HEADINGS =
      "title,tag,artist,year,views,features,lyrics,id,language\n";

  private static RunningSystem system;
  private static Api api;

  @BeforeAll
  static void bring() throws Exception {
    system = Systems.fresh("UTC");
    api = system.api();
    taken(api);
    var _ = api.awaitNothingWaits(LONGEST);
  }

  @AfterAll
  static void leave() {
    api.close();
  }

  @Test
  void aCatalogueIsFoundByVibeAndByLineAndBySongsLikeIt() throws Exception {
    String ferry = byVibe(api);
    byLine(api);
    alike(api, ferry);
    others(system, api, ferry);
    refused(api);
    caredFor(api);
  }

  @Test
  void thePageFindsSongsByKeyboardAndCares() throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      page.getByText("Find a song").click();
      page.getByText("What shall it feel like?").waitFor();
      page.keyboard().type("a ship sailing out to sea early");
      page.keyboard().press("Enter");
      page.locator(".song-card h3").first().waitFor();
      assertEquals("Ferry Home", page.locator(".song-card h3").first().textContent());
      BrowserIT.picture(page, "search-vibe");
      page.getByText("What a line says").click();
      page.locator("[name=words]").fill("mum makes loaves at the weekend");
      page.keyboard().press("Enter");
      page.getByText("My mother bakes her bread on sunday").waitFor();
      page.getByText("Songs like this").first().click();
      page.locator("#similar-songs .song-card").first().waitFor();
      BrowserIT.picture(page, "search-similar");
      page.keyboard().press("Escape");
      page.locator("[name=words]").fill("I want to end my life");
      page.keyboard().press("Enter");
      page.getByText("somebody is there to listen").waitFor();
      page.setViewportSize(375, 740);
      BrowserIT.picture(page, "search-care-phone");
    }
  }

  private static void taken(Api api) throws Exception {
    var _ =
        api.importPlays(
            new PlaysFile().heard(DAY, "Ferry Home", "The Gulls", 3).named("plays.json"), LONGEST);
    String file =
        HEADINGS
            + song("Ferry Home", "The Gulls", 1999, 1, "The boat leaves the harbour at dawn")
            + song("Night Bus", "Ana Moura", 2005, 2, "The last bus rolls through empty streets")
            + song("Kitchen", "Ana Moura", 2006, 3, "My mother bakes her bread on sunday");
    String id = api.upload(IMPORTS, NamedFile.text("songs.csv", file)).fine().path("id").asText();
    var _ =
        Patience.until(
            LONGEST,
            "the end of the import",
            () ->
                api.patiently(IMPORTS + "/" + id)
                    .filter(now -> now.path("status").asText().equals("done")));
  }

  private static String byVibe(Api api) throws Exception {
    JsonNode answer =
        api.post(SONGS, "{\"vibe\":\"a ship sailing out to sea early\",\"limit\":2}").fine();
    assertEquals(2, answer.path("songs").size(), answer.toString());
    JsonNode first = answer.path("songs").path(0);
    assertEquals("Ferry Home", first.path("title").asText(), answer.toString());
    assertEquals(1999, first.path("year").asInt());
    assertEquals(1, first.path("rank").asInt());
    JsonNode filtered =
        api.post(SONGS, "{\"vibe\":\"a ship\",\"filters\":{\"artist\":\"ana moura\"}}").fine();
    assertEquals(2, filtered.path("songs").size(), filtered.toString());
    JsonNode title = api.post(SONGS, "{\"vibe\":\"kitchen\"}").fine();
    assertTrue(title.toString().contains("\"exactTitle\":true"), title.toString());
    return first.path("id").asText();
  }

  private static void byLine(Api api) throws Exception {
    JsonNode answer = api.post(LINES, "{\"line\":\"mum makes loaves at the weekend\"}").fine();
    JsonNode first = answer.path("songs").path(0);
    assertEquals("Kitchen", first.path("title").asText(), answer.toString());
    assertEquals(
        "My mother bakes her bread on sunday", first.path("lines").path(0).path("text").asText());
    assertFalse(answer.toString().contains("sung and not looked for\\n"), "no more than lines");
  }

  private static void alike(Api api, String ferry) throws Exception {
    JsonNode answer = api.get("/api/v1/songs/" + ferry + "/similar?limit=5&artist=0.2").fine();
    assertEquals(0.2, answer.path("weights").path("artist").asDouble());
    assertEquals(2, answer.path("songs").size(), answer.toString());
    for (JsonNode song : answer.path("songs")) {
      double sum = song.path("shares").valueStream().mapToDouble(JsonNode::asDouble).sum();
      assertEquals(song.path("score").asDouble(), sum, 1e-9);
    }
  }

  private static void others(RunningSystem system, Api owner, String ferry) throws Exception {
    String token = owner.post("/api/v1/users", "{\"name\":\"lin\"}").fine().path("token").asText();
    try (Api lin = system.stranger(Optional.of(token))) {
      assertEquals(404, lin.get("/api/v1/songs/" + ferry + "/similar").status());
      assertEquals(0, lin.post(SONGS, "{\"vibe\":\"a ship\"}").fine().path("songs").size());
      assertEquals(0, lin.post(LINES, "{\"line\":\"a ship\"}").fine().path("songs").size());
    }
  }

  private static void refused(Api api) throws Exception {
    assertEquals(409, api.get("/api/v1/search/encoders").status(), "three songs say nothing");
    for (String path : List.of(SONGS, LINES)) {
      Reply unknown = api.post(path, "{\"mood\":\"a ship\"}");
      assertEquals(400, unknown.status());
      assertTrue(unknown.detail().contains("\"mood\" is not known here"), unknown.detail());
      assertEquals(400, api.post(path, "{}").status());
    }
    Reply range =
        api.post(SONGS, "{\"vibe\":\"x y\",\"filters\":{\"valence\":{\"from\":0.9,\"to\":0.1}}}");
    assertEquals(400, range.status());
    assertTrue(range.detail().startsWith("\"valence\""), range.detail());
  }

  private static void caredFor(Api api) throws Exception {
    JsonNode answer = api.post(SONGS, "{\"vibe\":\"I want to end my life\"}").fine();
    assertTrue(answer.path("notice").path("helpLines").size() > 5, answer.toString());
    assertFalse(api.post(SONGS, "{\"vibe\":\"killing time\"}").fine().has("notice"));
  }

  private static String song(String title, String artist, int year, int id, String line) {
    String words = line + "\nsung and not looked for\nin the year of nineteen\n";
    return "%s,pop,%s,%d,12,{},\"[Verse]\n%s%s\",%d,en\n"
        .formatted(title, artist, year, words, filler(id), id);
  }

  // Too few words are no lyrics.
  private static String filler(int id) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append("la la verse number ").append(id).append(" and ").append(i).append('\n');
    }
    return lines.toString();
  }
}
