package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chihiro.acceptance.Api.NamedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What somebody wants forgotten goes from every place, and the receipt says so only when it is
/// true; what is off limits is met in no answer.
@Order(10)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final LocalDate FIRST = LocalDate.parse("2024-03-01");
  private static final int DAYS = 24;
  private static final String ENTRIES = "/api/v1/journal/entries";
  private static final String ERASURES = "/api/v1/erasures";

  private static final String TYPED = "Heliotrope umbrellas wandered past a bakery in Zanzibar.";
  private static final String BY_HAND = "A turquoise accordion slept under the stairs at home.";
  private static final String UPLOADED = "A marmalade lighthouse kept humming in Valparaiso.";
  private static final String OF_ANA = "Saffron thunder stayed inside my cupboard all night.";
  private static final String ONCE = "Only On The Ninth";

  private static RunningSystem system;
  private static Api api;

  @BeforeAll
  static void live() throws Exception {
    system =
        Systems.fresh(
            "UTC",
            """
            CHIHIRO_TRAINING_FEWEST_DAYS=20
            CHIHIRO_TRAINING_FEWEST_SESSIONS=20
            CHIHIRO_TRAINING_SCHEDULE=off
            CHIHIRO_TRAINING_MANY_NEW_DAYS=0
            """);
    api = system.api();
    PlaysFile plays = new PlaysFile();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      var _ = plays.heard(date, "Tide " + day % 4, "The Harbour Lights", 3);
      var _ = plays.heard(date, "Foghorn", "The Harbour Lights", 1);
      var _ = api.enter(date, "Day %d by the sea, with nothing to do.".formatted(day));
    }
    var _ = plays.heard(FIRST.plusDays(8), ONCE, "Nobody", 4);
    var _ = api.enter(FIRST.plusDays(2), TYPED);
    byte[] byHand = BY_HAND.getBytes(StandardCharsets.UTF_8);
    LivedSystem.drop(system, "attic/2024-03-07.md", byHand);
    var _ = api.upload("/api/v1/journal/pages", NamedFile.text("2024-03-06.md", UPLOADED)).fine();
    JsonNode done = api.importPlays(plays.named("Streaming_History_Audio_2024.json"), LONG);
    assertEquals("done", done.path("status").asText(), done.path("message").asText());
    LivedSystem.awaitPages(api, 2);
    var _ = api.awaitNothingWaits(LONG);
  }

  @Test
  @Order(1)
  void whatIsOffLimitsIsMetInNoAnswer() throws Exception {
    String mood = "an accordion under the stairs";
    assertTrue(answer(mood).contains("accordion"));

    put("{\"people\":[\"Accordion\"]}");
    assertFalse(answer(mood).contains("accordion"));
    assertFalse(moments().contains("accordion"));

    put(
        "{\"days\":[\"2024-03-09\"],\"songs\":[{\"title\":\"Tide 1\",\"artist\":\"The Harbour Lights\"}]}");
    for (String model : List.of("base", "tfidf", "era-prior", "most-played", "random")) {
      String told = asked(mood, model);
      assertFalse(told.contains(ONCE), model);
      assertFalse(told.contains("2024-03-09"), model);
      assertFalse(told.contains("Tide 1"), model);
    }

    put("{}");
    assertTrue(answer(mood).contains("accordion"));
  }

  @Test
  @Order(2)
  void anEntryIsForgottenWithTheModelsThatLearnedFromIt() throws Exception {
    train("tfidf");
    assertTrue(api.get("/api/v1/models").fine().toString().contains("tfidf"));
    String id = entry(TYPED).orElseThrow().path("id").asText();

    JsonNode receipt = forget("{\"what\":\"entry\",\"name\":\"%s\"}".formatted(id));

    assertEquals(1, removed(receipt, "entries"));
    assertEquals(1, removed(receipt, "versions of models"));
    assertFalse(moments().contains("Heliotrope"));
    assertFalse(answer("umbrellas past a bakery").contains("Heliotrope"));
    assertEquals(Optional.empty(), entry(TYPED));
    assertFalse(api.get("/api/v1/models").fine().toString().contains("tfidf"));
    assertTrue(moments().contains("Day 2 by the sea"));
  }

  private static void whichSongsLiveTogetherIsLearnedAndJudged() throws Exception {
    train("company");
    assertTrue(api.get("/api/v1/models").fine().toString().contains("company-2"));
    String song = api.get("/api/v1/plays/songs").fine().path("songs").path(0).path("id").asText();
    Api.Reply asked = api.get("/api/v1/songs/" + song + "/similar?by=company");
    assertEquals(409, asked.status());
    assertTrue(asked.detail().contains("company is not promoted"), asked.detail());
  }

  @Test
  @Order(3)
  void aNotebookIsForgottenWithItsFiles() throws Exception {
    Path file = system.journal().resolve("attic/2024-03-07.md");
    assertTrue(Files.exists(file));

    JsonNode receipt = forget("{\"what\":\"notebook\",\"name\":\"attic\",\"originals\":true}");

    assertEquals(1, removed(receipt, "files in the bucket"));
    assertFalse(Files.exists(file));
    assertFalse(moments().contains("accordion"));
  }

  @Test
  @Order(4)
  void aDayIsForgottenWithItsPlaysAndWhatWasSaidToIt() throws Exception {
    JsonNode song = first(api.ask("day eight by the sea", 24).fine());
    var _ = api.post("/api/v1/feedback", said(song)).fine();
    assertTrue(api.get("/api/v1/feedback").fine().toString().contains(ONCE));

    whichSongsLiveTogetherIsLearnedAndJudged();

    JsonNode receipt = forget("{\"what\":\"day\",\"name\":\"2024-03-09\"}");

    assertEquals(1, removed(receipt, "versions of models"));
    assertFalse(api.get("/api/v1/models").fine().toString().contains("company-2"));
    assertEquals(8, removed(receipt, "plays"));
    assertEquals(1, removed(receipt, "songs"));
    assertEquals(1, removed(receipt, "feedback"));
    assertFalse(api.get("/api/v1/songs").fine().toString().contains(ONCE));
    assertFalse(api.get("/api/v1/plays/songs").body().toString().contains(ONCE));
    assertFalse(moments().contains("2024-03-09"));
    assertTrue(
        LiveKeys.of(system).of("owner").getOrDefault("vectors", Set.of()).stream()
            .noneMatch(key -> key.startsWith("2024-03-09")));
  }

  @Test
  @Order(5)
  void thePageSavesLimitsAndForgetsADayWithItsReceipt() throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      page.getByText("Off limits and forgetting").click();
      page.locator("[name=people]").fill("Lighthouse");
      page.getByText("Save").click();
      page.getByText("it holds from the next answer on").waitFor();
      assertFalse(moments().contains("lighthouse"));
      put("{}");
      page.locator("#forget [name=name]").fill("2024-03-10");
      page.getByText("Look what that would be").click();
      page.getByText("1 entry, 0 pages").waitFor();
      BrowserIT.picture(page, "forget-sure");
      page.getByText("Forget it", new Page.GetByTextOptions().setExact(true)).click();
      page.getByText("The day 2024-03-10 is forgotten").waitFor();
      page.locator("#receipts summary").first().click();
      page.setViewportSize(375, 740);
      BrowserIT.picture(page, "forget-receipt-phone");
    }
    assertFalse(moments().contains("2024-03-10"));
  }

  @Test
  @Order(6)
  void somebodyWhoLeavesLeavesNothingAndOpensNothing() throws Exception {
    String token = system.launch("user", "add", "ana").lines().toList().getLast().strip();
    try (Api hers = system.stranger(Optional.of(token))) {
      var _ = hers.enter(FIRST, OF_ANA);
      PlaysFile plays = new PlaysFile().heard(FIRST, "Hers", "Nobody", 4);
      var _ = hers.importPlays(plays.named("Streaming_History_Audio_2024.json"), LONG);
      var _ = hers.awaitNothingWaits(LONG);
      var _ = first(hers.ask("thunder in a cupboard", 3).fine());
    }
    assertTrue(Files.exists(key("ana")));
    // It is carried out although a service on the way has just died.
    system.kill("ingest-service");

    String receipt = system.launch("user", "remove", "ana", "--yes");

    assertTrue(receipt.contains("is forgotten since"), receipt);
    assertFalse(Files.exists(key("ana")));
    assertEquals(Set.of("erasures"), LiveKeys.of(system).of("ana").keySet());
    try (Api hers = system.stranger(Optional.of(token))) {
      assertEquals(401, hers.get(ENTRIES).status());
    }
    AtRest atRest = new AtRest(system, new Canary(List.of(OF_ANA)));
    assertEquals(Map.of(), atRest.topics());
    assertEquals(Map.of(), atRest.cache());
    String again = system.launch("user", "add", "ana").lines().toList().getLast().strip();
    try (Api other = system.stranger(Optional.of(again))) {
      assertEquals(0, other.get(ENTRIES).fine().path("entries").size());
      assertEquals(0, other.get("/api/v1/moments").fine().path("moments").size());
    }
  }

  @Test
  @Order(7)
  void everythingGoesAndTheKeyLast() throws Exception {
    byte[] before = Files.readAllBytes(key("owner"));
    assertEquals(400, api.post(ERASURES, "{\"what\":\"everything\"}").status());

    JsonNode receipt = forget("{\"what\":\"everything\",\"confirm\":\"owner\"}");

    JsonNode places = receipt.path("places");
    assertEquals("keys", places.path(places.size() - 1).path("service").asText());
    assertFalse(Files.exists(key("owner")) && same(before, Files.readAllBytes(key("owner"))));
    assertEquals(Set.of("erasures"), LiveKeys.of(system).of("owner").keySet());
    assertEquals(0, api.get(ENTRIES).fine().path("entries").size());
    assertEquals(0, api.get("/api/v1/songs").fine().path("songs").size());
    assertEquals("done", api.get(ERASURES).fine().path("erasures").path(0).path("state").asText());
    var _ = api.enter(FIRST, "A fresh start.");
    var _ = api.awaitNothingWaits(LONG);
    assertEquals(1, api.get(ENTRIES).fine().path("entries").size());
  }

  private static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(one, other);
  }

  private static Path key(String user) {
    return system.home().resolve("keys").resolve(user + ".json");
  }

  private static JsonNode forget(String wish) throws Exception {
    String id = api.post(ERASURES, wish).fine().path("id").asText();
    return Patience.until(
        LONG,
        "everybody has confirmed",
        () ->
            api.patiently(ERASURES + "/" + id)
                .filter(receipt -> receipt.path("state").asText().equals("done")));
  }

  private static long removed(JsonNode receipt, String store) {
    for (JsonNode place : receipt.path("places")) {
      if (place.path("store").asText().equals(store)) {
        return place.path("removed").asLong();
      }
    }
    throw new AssertionError("the receipt says nothing of " + store + ": " + receipt);
  }

  private static void put(String limits) throws Exception {
    var _ = api.put("/api/v1/off-limits", limits).fine();
  }

  private static String answer(String mood) throws Exception {
    return api.ask(mood, 24).fine().path("songs").toString();
  }

  private static String asked(String mood, String model) throws Exception {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("mood", mood)
            .put("model", model)
            .put("limit", 24)
            .toString();
    return api.post("/api/v1/recommendations", body).fine().path("songs").toString();
  }

  private static String moments() throws Exception {
    return api.get("/api/v1/moments").fine().toString();
  }

  private static Optional<JsonNode> entry(String text) throws Exception {
    for (JsonNode entry : api.get(ENTRIES).fine().path("entries")) {
      if (entry.path("text").asText().equals(text)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  // A song of an answer that showed the ninth.
  private static JsonNode first(JsonNode answer) {
    for (JsonNode song : answer.path("songs")) {
      if (song.path("title").asText().equals(ONCE) || song.path("title").asText().equals("Hers")) {
        return song;
      }
    }
    throw new AssertionError("the song was not answered: " + answer);
  }

  private static String said(JsonNode song) {
    return "{\"answer\":\"%s\",\"verdict\":\"took-me-back\"}"
        .formatted(song.path("answer").asText());
  }

  private static void train(String model) throws Exception {
    var _ = api.post("/api/v1/models/" + model + "/train", "{}").fine();
    JsonNode ended =
        Patience.until(
            LONG,
            "the training's end",
            () ->
                api.patiently("/api/v1/models/training")
                    .filter(now -> now.path("state").asText().matches("done|failed")));
    assertEquals("done", ended.path("state").asText(), ended.path("message").asText());
  }
}
