package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What somebody wrote, said or trusted the system with lies nowhere in the clear: not in a topic,
/// a store, the cache, a file, a log or a metric.
@Order(9)
class CanaryIT {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final LocalDate FIRST = LocalDate.parse("2024-03-01");
  private static final int DAYS = 24;
  private static final String PAGES = "/api/v1/journal/pages";
  private static final String ENTRIES = "/api/v1/journal/entries";

  private static final String TYPED = "Heliotrope umbrellas wandered past a bakery in Zanzibar.";
  private static final String UPLOADED = "A marmalade lighthouse kept humming in Valparaiso.";
  private static final String PHOTOGRAPHED =
      "Pelicans borrowed my yellow bicycle and the harbour was quiet all day.";
  private static final String MOOD = "Saffron thunder inside my cupboard";
  private static final String NAME = "Pomegranata";
  private static final String LATER = "Velvet cartographers drew the coast of Lisbon again.";
  private static final String REFUSED = "Mahogany trombones were refused at the door";
  private static final String WORD = "oleandrine";
  private static final String BY_HAND =
      "A turquoise accordion slept under the stairs in Reykjavik.";
  private static final String SONG = "Control Song Of The Canary";
  private static final List<String> TOKENS = List.of("an-access-token", "a-refresh-token");

  @Test
  void whatWasTrustedToTheSystemLiesNowhereInTheClear() throws Exception {
    try (RecordedSpotify spotify = new RecordedSpotify(Instant.parse("2024-03-05T20:14:08Z"))) {
      RunningSystem system = Systems.fresh("UTC", settings(spotify));
      List<String> secrets = new ArrayList<>(List.of(TYPED, UPLOADED, MOOD, NAME, LATER, WORD));
      secrets.add(REFUSED);
      secrets.addAll(TOKENS);
      try (Api api = system.api()) {
        write(system, api);
        refuse(api);
        logIn(api, spotify);
        ask(api);
        train(api);
        system.rotateKeys();
        var _ = api.enter(FIRST.plusDays(2), LATER);
        var _ = api.awaitNothingWaits(LONG);
        secrets.add(readPhoto(api));
        assertEverythingIsThere(api);
      }
      Canary canary = new Canary(concat(secrets, List.of(BY_HAND)));
      AtRest atRest = new AtRest(system, canary);
      assertEquals(Map.of(), atRest.topics());
      assertEquals(Map.of(), atRest.cache());
      assertEquals(Map.of(), atRest.metrics());
      assertTrue(atRest.headers().contains("text"));
      assertFalse(atRest.headers().contains("traceparent"), "nobody wanted traces");
      assertTheScannerFinds(system);
      system.shutDown();
      // The owner's own file stays as the owner wrote it, and shows that the scan sees what is
      // there.
      assertEquals(
          Map.of("journal/by-hand/2024-03-07.md", Set.of(BY_HAND)), new TreeMap<>(atRest.files()));
    }
  }

  private static String settings(RecordedSpotify spotify) {
    return """
    CHIHIRO_SOURCES_SPOTIFY_ACCOUNTS=%s
    CHIHIRO_SOURCES_SPOTIFY_API=%s
    CHIHIRO_TRAINING_FEWEST_DAYS=20
    CHIHIRO_TRAINING_SCHEDULE=off
    CHIHIRO_TRAINING_MANY_NEW_DAYS=0
    """
        .formatted(spotify.address(), spotify.address());
  }

  private static List<String> concat(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// Typed, uploaded, photographed, and put into the watched folder by hand.
  private static void write(RunningSystem system, Api api) throws Exception {
    PlaysFile plays = new PlaysFile();
    for (int day = 0; day < DAYS; day++) {
      var _ = plays.heard(FIRST.plusDays(day), day % 3 == 0 ? SONG : "Swell", "Nobody", 3);
      var _ = plays.heard(FIRST.plusDays(day), "Tide " + day % 4, "The Harbour Lights", 3);
      var _ = api.enter(FIRST.plusDays(day), "Day %d smelled of %s.".formatted(day, WORD));
    }
    var _ = api.enter(FIRST, TYPED);
    List<NamedFile> files =
        List.of(
            NamedFile.text("2024-03-06.md", UPLOADED),
            new NamedFile("IMG_2402.jpg", photo().bytes()));
    var _ = api.upload(PAGES, files).fine();
    byte[] byHand = BY_HAND.getBytes(StandardCharsets.UTF_8);
    LivedSystem.drop(system, "by-hand/2024-03-07.md", byHand);
    JsonNode done = api.importPlays(plays.named("Streaming_History_Audio_2024.json"), LONG);
    assertEquals("done", done.path("status").asText(), done.path("message").asText());
    var _ = api.put("/api/v1/journal/engines", "{\"vocabulary\":[\"" + NAME + "\"]}").fine();
    LivedSystem.awaitPages(api, 3);
    var _ = api.awaitNothingWaits(LONG);
  }

  private static PhotographedPage photo() {
    return new PhotographedPage(
        "IMG_2402.jpg",
        FIRST.plusDays(9),
        "10 March 2024",
        PHOTOGRAPHED,
        Format.JPEG,
        Optional.empty(),
        1);
  }

  /// What is wrong is refused, and said without what it held.
  private static void refuse(Api api) throws Exception {
    List<String> bodies =
        List.of(
            "{\"date\":\"" + REFUSED + "\",\"text\":\"x\"}",
            "{\"date\":\"2024-03-01\",\"text\":\"" + REFUSED + "\",\"more\":1}",
            "{\"text\":\"" + REFUSED);
    for (String body : bodies) {
      assertEquals(4, api.post(ENTRIES, body).status() / 100);
    }
    byte[] broken = (REFUSED + "\u00ff\u0000").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(4, api.upload(PAGES, new NamedFile("a.md", broken)).status() / 100);
    assertEquals(4, api.ask(REFUSED.repeat(100), 3).status() / 100);
  }

  private static void logIn(Api api, RecordedSpotify spotify) throws Exception {
    String client = "{\"clientId\":\"0123456789abcdef0123456789abcdef\"}";
    JsonNode begun = api.post("/api/v1/plays/sources/spotify/login", client).fine();
    URI landed = URI.create(spotify.agree(begun.path("address").asText()));
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var answer = browser.send(HttpRequest.newBuilder(landed).build(), BodyHandlers.discarding());
      assertEquals(303, answer.statusCode());
    }
    var _ =
        Patience.until(
            LONG,
            "Spotify's plays",
            () ->
                api.patiently("/api/v1/plays/sources")
                    .filter(all -> all.path("sources").path(0).path("stored").asInt() == 4));
  }

  private static void ask(Api api) throws Exception {
    String explained = "{\"mood\":\"" + MOOD + "\",\"limit\":3,\"explain\":true}";
    JsonNode song = api.post("/api/v1/recommendations", explained).fine().path("songs").path(0);
    String said =
        "{\"answer\":\"%s\",\"verdict\":\"took-me-back\"}".formatted(song.path("answer").asText());
    var _ = api.post("/api/v1/feedback", said).fine();
  }

  private static void train(Api api) throws Exception {
    var _ = api.post("/api/v1/models/tfidf/train", "{}").fine();
    JsonNode ended =
        Patience.until(
            LONG,
            "the training's end",
            () ->
                api.patiently("/api/v1/models/training")
                    .filter(now -> now.path("state").asText().matches("done|failed")));
    assertEquals("done", ended.path("state").asText(), ended.path("message").asText());
  }

  /// The longest line that the engine read on the photo: it may have read a letter wrongly.
  private static String readPhoto(Api api) throws Exception {
    for (JsonNode entry : api.get(ENTRIES).fine().path("entries")) {
      String text = entry.path("text").asText();
      if (text.contains("bicycle")) {
        return text.lines().max(Comparator.comparingInt(String::length)).orElseThrow();
      }
    }
    throw new AssertionError("the photo was not read");
  }

  /// Otherwise it would be no wonder that nothing is found.
  private static void assertEverythingIsThere(Api api) throws Exception {
    String entries = api.get(ENTRIES).fine().toString();
    String moments = api.get("/api/v1/moments?from=2024-03-01&to=2024-03-31").fine().toString();
    for (String text : List.of(TYPED, UPLOADED, BY_HAND, LATER, WORD)) {
      assertTrue(entries.contains(text), "no entry says: " + text);
      assertTrue(moments.contains(text), "no moment says: " + text);
    }
    assertTrue(api.get("/api/v1/feedback").fine().toString().contains(MOOD));
    assertTrue(api.get("/api/v1/journal/engines").fine().toString().contains(NAME));
    JsonNode spotify = api.get("/api/v1/plays/sources").fine().path("sources").path(0);
    assertEquals("connected", spotify.path("state").asText());
  }

  /// Songs are not sealed: what is not sealed is found.
  private static void assertTheScannerFinds(RunningSystem system) throws Exception {
    AtRest open = new AtRest(system, new Canary(List.of(SONG)));
    assertEquals(Set.of(SONG), open.topics().get("topic plays"));
    Path settings = system.home().resolve("settings");
    assertEquals(Set.of("CHIHIRO_ZONES"), new Canary(List.of("CHIHIRO_ZONES")).in(settings));
    assertTrue(Files.exists(system.home().resolve("keys").resolve("owner.json")));
  }
}
