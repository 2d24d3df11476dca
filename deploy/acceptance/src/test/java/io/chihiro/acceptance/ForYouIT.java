package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/// Songs that people like one love, through the front door: learned from those who agree, told to
/// those who agree, and forgotten with whoever withdraws.
@Order(7)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ForYouIT {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");
  private static final String FOR_YOU = "/api/v1/songs/for-you";
  private static final String AGREEMENT = FOR_YOU + "/agreement";
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final List<String> KINDS = List.of("sea", "city");
  private static final int EACH = 8;
  private static final int SONGS = 24;

  /// Plays everything of the sea, and agrees to nothing.
  private static final String QUIET = "quiet";

  private static RunningSystem system;
  private static Api owner;
  private static final Map<String, Api> PEOPLE = new LinkedHashMap<>();

  @BeforeAll
  static void live() throws Exception {
    system = Systems.fresh("UTC");
    owner = system.api();
    Map<String, String> imports = new LinkedHashMap<>();
    for (String kind : KINDS) {
      for (int person = 0; person < EACH; person++) {
        imports.put(kind + "-" + person, comes(kind + "-" + person, heard(kind, person)));
      }
    }
    imports.put(QUIET, comes(QUIET, heard("sea", EACH)));
    for (var each : imports.entrySet()) {
      var _ = api(each.getKey()).awaitImport(each.getValue(), LONGEST);
    }
    var _ = owner.awaitNothingWaits(LONGEST);
  }

  @AfterAll
  static void leave() {
    PEOPLE.values().forEach(Api::close);
    owner.close();
  }

  @Test
  @Order(1)
  void aloneNobodyIsAnsweredAndIsToldWhatIsMissing() throws Exception {
    Api one = api("sea-0");
    Reply stranger = one.get(FOR_YOU);
    assertEquals(409, stranger.status());
    assertTrue(stranger.detail().contains("you have not agreed"), stranger.detail());
    assertFalse(one.get(AGREEMENT).fine().path("agreed").asBoolean(), "off by default");

    JsonNode agreed = one.put(AGREEMENT, "{}").fine();

    assertTrue(agreed.path("agreed").asBoolean());
    assertEquals(1, agreed.path("people").asInt());
    Reply alone = one.get(FOR_YOU);
    assertEquals(409, alone.status());
    assertEquals("This needs company: one person here agrees, and it takes 10.", alone.detail());
    Reply training = owner.post("/api/v1/models/tastes/train", "");
    assertEquals(422, training.status());
    assertTrue(training.detail().contains("so 9 are missing"), training.detail());
    assertEquals(403, one.post("/api/v1/models/tastes/train", "").status());
    assertEquals(400, one.get(FOR_YOU + "?limit=0").status());
  }

  @Test
  @Order(2)
  void whoAgreesIsToldWhatOthersLikeThemPlay() throws Exception {
    for (String kind : KINDS) {
      for (int person = 0; person < EACH; person++) {
        var _ = api(kind + "-" + person).put(AGREEMENT, "{}").fine();
      }
    }
    assertEquals(202, owner.post("/api/v1/models/tastes/train", "").status());
    JsonNode model = promoted(2 * EACH);
    assertEquals(
        2 * EACH, model.path("metrics").path("people").asInt(), "the quiet one is not in it");

    JsonNode answer =
        Patience.until(
                LONGEST,
                "the version answers",
                () -> Optional.of(api("sea-1").get(FOR_YOU)).filter(reply -> reply.status() == 200))
            .body();

    assertEquals(model.path("version"), answer.path("modelVersion"));
    assertTrue(answer.path("judged").asText().contains("over the most popular songs"));
    List<String> titles = answer.path("songs").findValuesAsText("title");
    List<String> missed = List.of("sea 1", "sea 9", "sea 17");
    List<String> first = new ArrayList<>();
    for (JsonNode song : answer.path("songs")) {
      first.add(song.path("title").asText());
      assertFalse(song.path("because").isEmpty(), song.toString());
      for (JsonNode because : song.path("because")) {
        assertFalse(missed.contains(because.path("title").asText()), "only what sea-1 plays");
      }
    }
    assertEquals(
        missed,
        first.subList(0, 3).stream().sorted(ForYouIT::byNumber).toList(),
        answer.toString());
    assertTrue(titles.stream().noneMatch(QUIET::equals));
    Reply quiet = api(QUIET).get(FOR_YOU);
    assertEquals(409, quiet.status(), "who does not agree is not answered");
    String report =
        owner
            .get("/api/v1/models/tastes/" + model.path("version").asText() + "/report")
            .fine()
            .toString();
    assertTrue(report.contains("most-popular") && report.contains("artist Gini"), report);
    assertFalse(report.contains("sea-1"), "a report names nobody");
  }

  @Test
  @Order(3)
  void whatIsOffLimitsIsNotTold() throws Exception {
    Api one = api("sea-1");
    String limits = "{\"songs\":[{\"title\":\"sea 9\",\"artist\":\"The seas\"}]}";
    var _ = one.put("/api/v1/off-limits", limits).fine();

    JsonNode answer = one.get(FOR_YOU).fine();

    assertFalse(answer.toString().contains("\"sea 9\""), answer.toString());
    assertTrue(answer.toString().contains("\"sea 17\""), answer.toString());
  }

  @Test
  @Order(4)
  void thePageAsksAndTellsByKeyboard() throws Exception {
    if (!Files.exists(BrowserIT.CHROMIUM)) {
      return;
    }
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      List<String> faults = BrowserIT.listen(page);
      page.navigate(api("city-3").post("/api/v1/links", "{}").fine().path("link").asText());
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/search.html");
      page.locator("#for-you .song-card").first().waitFor();
      assertTrue(page.locator("#agree").isChecked());
      assertEquals(
          "city 3",
          page.locator("#for-you h3").allInnerTexts().stream()
              .filter("city 3"::equals)
              .findFirst()
              .orElse(""));
      BrowserIT.picture(page, "for-you");
      page.locator("#agree").focus();
      page.keyboard().press("Space");
      page.getByText("Nobody learns from you for others").waitFor();
      assertFalse(page.locator("#agree").isChecked());
      assertEquals(0, page.locator("#for-you .song-card").count());
      BrowserIT.picture(page, "for-you-withdrawn");
      assertEquals(List.of(), faults);
    }
    JsonNode _ = promoted(2 * EACH - 1);
  }

  @Test
  @Order(5)
  void whoWithdrawsTakesTheVersionAlongAndTheOthersAreAnsweredByOneWithoutThem() throws Exception {
    JsonNode before = api("sea-1").get(FOR_YOU).fine();
    String version = before.path("modelVersion").asText();
    int people = before.path("people").asInt();

    JsonNode withdrawn = api("sea-2").delete(AGREEMENT).fine();

    assertFalse(withdrawn.path("agreed").asBoolean());
    assertFalse(withdrawn.path("answering").asText().equals(version), withdrawn.toString());
    Reply after = api("sea-1").get(FOR_YOU);
    assertTrue(
        after.status() == 409 || !after.body().path("modelVersion").asText().equals(version),
        after.body().toString());
    assertEquals(404, owner.get("/api/v1/models/tastes/" + version + "/report").status());
    assertEquals(409, api("sea-2").get(FOR_YOU).status());
    JsonNode again = promoted(people - 1);
    assertFalse(again.path("version").asText().equals(version));
    int left =
        Patience.until(
                LONGEST,
                "the others are answered again",
                () -> Optional.of(api("sea-1").get(FOR_YOU)).filter(reply -> reply.status() == 200))
            .body()
            .path("people")
            .asInt();
    assertEquals(people - 1, left);
  }

  @Test
  @Order(6)
  void whoIsForgottenTakesTheVersionAlong() throws Exception {
    JsonNode before = api("sea-1").get(FOR_YOU).fine();
    int people = before.path("people").asInt();

    JsonNode receipt = owner.delete("/api/v1/users/sea-3").fine();

    assertFalse(receipt.isMissingNode());
    JsonNode again = promoted(people - 1);
    assertFalse(again.path("version").equals(before.path("modelVersion")));
    assertEquals(people - 1, owner.get(AGREEMENT).fine().path("people").asInt());
  }

  private static int byNumber(String one, String other) {
    return Integer.compare(number(one), number(other));
  }

  private static int number(String title) {
    return Integer.parseInt(title.substring(title.indexOf(' ') + 1));
  }

  /// The record of the version that answers, once it was made with so many.
  private static JsonNode promoted(int people) throws Exception {
    return Patience.until(
        LONGEST,
        "a version made with " + people,
        () ->
            owner
                .get("/api/v1/models")
                .fine()
                .path("models")
                .valueStream()
                .filter(model -> model.path("name").asText().equals("tastes"))
                .filter(model -> model.path("serving").isTextual())
                .filter(model -> model.path("metrics").path("people").asInt() == people)
                .findFirst());
  }

  private static Api api(String name) {
    return Optional.ofNullable(PEOPLE.get(name)).orElseThrow();
  }

  /// Makes an account, and brings its plays.
  private static String comes(String name, NamedFile plays) throws Exception {
    String token =
        owner.post("/api/v1/users", "{\"name\":\"" + name + "\"}").fine().path("token").asText();
    Api api = system.stranger(Optional.of(token));
    PEOPLE.put(name, api);
    return api.upload(IMPORTS, plays).fine().path("id").asText();
  }

  /// A song a day, in an order of their own, of the songs of their kind all but every eighth.
  private static NamedFile heard(String kind, int person) {
    PlaysFile plays = new PlaysFile();
    for (int place = 0; place < SONGS; place++) {
      int song = (5 * place + 3 * person) % SONGS;
      if (song % EACH != person) {
        plays.heard(DAY.plusDays(place), kind + " " + song, "The " + kind + "s", 1);
      }
    }
    return plays.named("plays.json");
  }
}
