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
import io.chihiro.models.onnx.ColourPair;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Songs of a catalogue, from the file to the answer.
@Order(5)
class SearchIT {
  private static final String IMPORTS = "/api/v1/songs/imports";
  private static final String SONGS = "/api/v1/search/songs";
  private static final String LINES = "/api/v1/search/lines";
  private static final String IMAGE = "/api/v1/search/image";
  private static final String WRITTEN =
      "The first ferry of the year, and I stood at the rail alone.";
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");

  private static RunningSystem system;
  private static Api api;

  @BeforeAll
  static void bring(@TempDir Path pair) throws Exception {
    system = Systems.fresh("UTC", "CHIHIRO_PICTURES_FOLDER=" + ColourPair.write(pair) + "\n");
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
  void aPictureFindsTheSongThatIsRedAndWhatIsNoneIsNamed() throws Exception {
    byte[] red = picture(Color.RED, 60, 40);
    JsonNode answer =
        Patience.until(
            LONGEST,
            "titles and lines for pictures",
            () ->
                Optional.of(api.upload(IMAGE, new NamedFile("red.png", red)).fine())
                    .filter(now -> now.path("searched").asInt() >= 4 * 12));
    JsonNode first = answer.path("songs").path(0);
    assertEquals("Roses", first.path("title").asText(), answer.toString());
    assertEquals("Under the red red roses", first.path("lines").path(0).path("text").asText());
    assertTrue(answer.path("modelVersion").asText().startsWith("clip-"), answer.toString());
    assertEquals(2, api.upload(IMAGE + "?limit=2", picture(red)).fine().path("songs").size());
    assertEquals(400, api.upload(IMAGE + "?score=best", picture(red)).status());

    assertEquals(400, api.upload(IMAGE, List.of(picture(red), picture(red))).status());
    assertEquals(422, api.post(IMAGE, "{}").status(), "the body itself may be the picture");

    Reply text = api.upload(IMAGE, NamedFile.text("poem.png", "Roses are red"));
    assertEquals(422, text.status());
    assertTrue(text.detail().startsWith("poem.png is no photo"), text.detail());
    Reply cut = api.upload(IMAGE, picture(Arrays.copyOf(red, red.length / 2)));
    assertEquals(422, cut.status());
    assertTrue(cut.detail().contains("cut off"), cut.detail());
  }

  private static NamedFile picture(byte[] png) {
    return new NamedFile("picture.png", png);
  }

  private static byte[] picture(Color colour, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setColor(colour);
    brush.fillRect(0, 0, width, height);
    brush.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  @Test
  void thePageFindsByAPictureShowsASongWithItsDaysAndTakesACatalogue(@TempDir Path folder)
      throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    Path red = Files.write(folder.resolve("red.png"), picture(Color.RED, 300, 200));
    Path songs = Files.writeString(folder.resolve("more.csv"), CatalogueFile.TWO_ROWS);
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      List<String> faults = BrowserIT.listen(page);
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      SearchPage.byPicture(page, red);
      SearchPage.song(page, WRITTEN);
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/sources.html");
      SearchPage.catalogue(page, songs);
      assertEquals(List.of(), faults);
    }
  }

  @Test
  void thePageFindsSongsByKeyboardAndCares() throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      SearchPage.byWords(page);
    }
  }

  private static void taken(Api api) throws Exception {
    api.post("/api/v1/journal/entries", "{\"date\":\"%s\",\"text\":\"%s\"}".formatted(DAY, WRITTEN))
        .fine();
    var _ =
        api.importPlays(
            new PlaysFile().heard(DAY, "Ferry Home", "The Gulls", 3).named("plays.json"), LONGEST);
    String file =
        CatalogueFile.HEADINGS
            + CatalogueFile.song(
                "Ferry Home", "The Gulls", 1999, 1, "The boat leaves the harbour at dawn")
            + CatalogueFile.song(
                "Night Bus", "Ana Moura", 2005, 2, "The last bus rolls through empty streets")
            + CatalogueFile.song(
                "Kitchen", "Ana Moura", 2006, 3, "My mother bakes her bread on sunday")
            + CatalogueFile.song("Roses", "Rosa Lind", 2007, 4, "Under the red red roses");
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
    JsonNode answer = api.get("/api/v1/songs/" + ferry + "/similar?limit=3&artist=0.2").fine();
    assertEquals(0.2, answer.path("weights").path("artist").asDouble());
    assertEquals(3, answer.path("songs").size(), answer.toString());
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
}
