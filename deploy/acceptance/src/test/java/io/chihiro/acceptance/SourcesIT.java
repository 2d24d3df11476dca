package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// From the owner's login at Spotify to songs of a day, and back again when the owner wants that.
@Order(8)
class SourcesIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Duration LONG = Duration.ofMinutes(2);

  /// Well below the minute after which somebody would look anyway.
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private static final String CLIENT = "0123456789abcdef0123456789abcdef";
  private static final Instant LAST_PLAY = Instant.parse("2026-03-05T20:14:08.123Z");
  private static final String MOMENTS = "/api/v1/moments?from=2026-03-05&to=2026-03-05";

  @Test
  void aLoginBringsPlaysPlaysMakeAMomentAndLettingGoTakesThemBack() throws Exception {
    try (RecordedSpotify spotify = new RecordedSpotify(LAST_PLAY)) {
      RunningSystem system = Systems.fresh("UTC", settings(spotify));
      try (Api api = system.api()) {
        assertEquals("disconnected", state(api, "spotify"));
        var _ =
            api.post(
                    "/api/v1/journal/entries",
                    "{\"date\":\"2026-03-05\",\"text\":\"The sea was grey and I was glad.\"}")
                .fine();
        assertEquals(List.of(), spotify.asked(), "nobody is asked before the owner connects");

        logIn(system, api, spotify);
        assertEquals(4, songPlays(api));
        nothingOnDiskShowsAToken(system);
        anExportClosesAGap(api, spotify);
        lookAtThePage(system, api);

        JsonNode gone = api.delete("/api/v1/plays/sources/spotify?forget=true").fine();
        assertEquals(8, gone.path("deleted").asInt());
        var _ =
            Patience.until(
                LONG, "the day has no songs", () -> songs(api).filter(all -> all.isEmpty()));
        assertEquals("disconnected", state(api, "spotify"));
      }
    }
  }

  private static String settings(RecordedSpotify spotify) {
    return """
    CHIHIRO_SOURCES_SPOTIFY_ACCOUNTS=%s
    CHIHIRO_SOURCES_SPOTIFY_API=%s
    """
        .formatted(spotify.address(), spotify.address());
  }

  private static void logIn(RunningSystem system, Api api, RecordedSpotify spotify)
      throws Exception {
    JsonNode begun =
        api.post("/api/v1/plays/sources/spotify/login", "{\"clientId\":\"" + CLIENT + "\"}").fine();
    String landed = spotify.agree(begun.path("address").asText());
    assertTrue(
        landed.startsWith("http://127.0.0.1:" + system.ports().first() + "/connected?"), landed);
    // A forged way back changes nothing.
    assertEquals(
        "/sources.html#not-connected", sentTo(landed.replaceFirst("state=..", "state=xx")));
    assertEquals("/sources.html#connected", sentTo(landed));
    var _ =
        Patience.until(
            LONG,
            "Spotify's plays",
            () ->
                api.patiently("/api/v1/plays/sources")
                    .map(all -> all.path("sources").path(0))
                    .filter(source -> source.path("stored").asInt() == 4));
  }

  /// Two days later Spotify tells plays none of which was known: what lay between is missing, until
  /// an export that reaches over both ends is brought.
  private static void anExportClosesAGap(Api api, RecordedSpotify spotify) throws Exception {
    spotify.tells(LAST_PLAY.plus(Duration.ofDays(2)));
    var _ = api.post("/api/v1/plays/sources/spotify/poll", "{}").fine();
    JsonNode gap = Patience.until(LONG, "a gap", () -> gap(api, true));
    assertEquals(LAST_PLAY, Instant.parse(gap.path("from").asText()));

    PlaysFile export = new PlaysFile();
    for (int day = 4; day <= 8; day += 2) {
      var _ = export.heard(LocalDate.of(2026, 3, day), "Night Bus", "Ana Moura", 3);
    }
    JsonNode done = api.importPlays(export.named("Streaming_History_Audio_2026.json"), LONG);
    assertEquals("done", done.path("status").asText());
    var _ = Patience.until(AT_ONCE, "the gap is closed", () -> gap(api, false));
  }

  private static Optional<JsonNode> gap(Api api, boolean open) throws Exception {
    return api.patiently("/api/v1/plays/sources")
        .map(all -> all.path("sources").path(0).path("gaps").path(0))
        .filter(gap -> gap.path("open").asBoolean(!open) == open);
  }

  /// The browser comes back from a foreign page: without a session, without a token.
  private static String sentTo(String address) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          browser.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
      assertEquals(303, answer.statusCode());
      URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
      return there.getPath() + "#" + there.getFragment();
    }
  }

  private static int songPlays(Api api) throws Exception {
    return Patience.until(LONG, "a song of the day", () -> songs(api).filter(s -> !s.isEmpty()))
        .getFirst()
        .path("plays")
        .asInt();
  }

  private static Optional<List<JsonNode>> songs(Api api) throws Exception {
    Optional<JsonNode> moments = api.patiently(MOMENTS);
    List<JsonNode> songs = new ArrayList<>();
    moments.ifPresent(all -> all.path("moments").path(0).path("songs").forEach(songs::add));
    return moments.map(_ -> songs);
  }

  private static String state(Api api, String id) throws Exception {
    for (JsonNode source : api.get("/api/v1/plays/sources").fine().path("sources")) {
      if (source.path("id").asText().equals(id)) {
        return source.path("state").asText();
      }
    }
    return "missing";
  }

  private static void nothingOnDiskShowsAToken(RunningSystem system) throws IOException {
    try (Stream<Path> files = Files.walk(system.logs().resolveSibling("ingest"))) {
      for (Path file : files.filter(Files::isRegularFile).filter(SourcesIT::small).toList()) {
        shows(file);
      }
    }
    try (Stream<Path> files = Files.walk(system.logs())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        shows(file);
      }
    }
  }

  private static boolean small(Path file) {
    return file.toFile().length() < 1_000_000;
  }

  private static void shows(Path file) throws IOException {
    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertFalse(content.contains("an-access-token"), file.toString());
    assertFalse(content.contains("a-refresh-token"), file.toString());
  }

  private static void lookAtThePage(RunningSystem system, Api api) throws Exception {
    assumeTrue(Files.exists(CHROMIUM), "there is no Chromium at " + CHROMIUM);
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright)) {
      Page page = browser.newPage();
      List<String> faults = new ArrayList<>();
      page.onPageError(faults::add);
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/sources.html#connected");
      page.getByText("8 stored").waitFor();
      picture(page, "sources");
      setRules(page, api);
      page.setViewportSize(375, 740);
      assertEquals(
          false,
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth"));
      picture(page, "sources-phone");
      page.getByText("Disconnect").first().click();
      page.locator("#let-go[open]").waitFor();
      picture(page, "sources-let-go");
      page.keyboard().press("Escape");
      assertEquals("connected", state(api, "spotify"));
      assertEquals(List.of(), faults);
    }
  }

  /// What is saved holds; what was not touched stays as the installation has it.
  private static void setRules(Page page, Api api) throws Exception {
    page.getByLabel("Shortest play").fill("60");
    page.getByLabel("A day ends at").fill("04:00");
    page.getByLabel("Models may learn").check();
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("your days follow").waitFor();
    JsonNode rules = api.get("/api/v1/plays/rules").fine();
    assertEquals(
        "{\"dayEndsAt\":\"04:00:00\",\"shortestPlaySeconds\":60,\"apiPlaysTeach\":true}",
        rules.path("own").toString());
    assertEquals("UTC", rules.path("zones").asText());
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  private static void picture(Page page, String name) {
    byte[] _ =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
  }
}
