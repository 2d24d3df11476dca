package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import io.chihiro.sample.PhotographedPage.Format;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Bad input is refused with a sentence that names it, and harms nothing else.
@Order(2)
class BadInputIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PAGES = "/api/v1/journal/pages";
  private static final String ENTRIES = "/api/v1/journal/entries";
  private static final String RECOMMENDATIONS = "/api/v1/recommendations";
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final LocalDate DAY = LocalDate.parse("2022-09-09");

  private final RunningSystem system;
  private final Api api;

  BadInputIT() throws Exception {
    system = Systems.sampleLife().system();
    api = system.api();
  }

  @AfterEach
  void everythingElseGoesOn() throws Exception {
    assertTrue(system.ready(), "every service is still ready");
    JsonNode songs = api.ask("Calm and glad to be alive.", 3).fine().path("songs");
    assertEquals(3, songs.size());
    api.close();
  }

  @Test
  void aTruncatedHeicPhotoIsNamed() throws Exception {
    assertUnreadable(BadFiles.truncated(Format.HEIC, "half.heic"));
  }

  @Test
  void aTruncatedJpegPhotoIsNamed() throws Exception {
    assertUnreadable(BadFiles.truncated(Format.JPEG, "half.jpg"));
  }

  @Test
  void aPhotoOfTwoHundredMegapixelsIsRefusedByItsLimit() throws Exception {
    String problem = assertUnreadable(BadFiles.pixelBomb("bomb.png"));
    assertTrue(problem.contains("megapixel"), problem);
  }

  @Test
  void anEmptyFileIsNamed() throws Exception {
    Reply reply = api.upload(PAGES, new NamedFile("nothing.jpg", new byte[0]));
    assertProblem(422, "nothing.jpg", reply);
  }

  @Test
  void aTextNamedLikeAPhotoIsNamed() throws Exception {
    Reply reply = api.upload(PAGES, NamedFile.text("letter.jpg", "Dear diary, I am no photo."));
    assertProblem(422, "letter.jpg", reply);
  }

  @Test
  void aBadFileBesideAGoodOneHarmsItNot() throws Exception {
    NamedFile good = NamedFile.text("2022-09-01.md", "A good page among bad ones.");
    Reply reply = api.upload(PAGES, List.of(new NamedFile("nothing.png", new byte[0]), good));
    assertEquals(202, reply.status());
    assertEquals("nothing.png", reply.body().path("refused").path(0).path("name").asText());
    assertEquals("2022-09-01.md", reply.body().path("pages").path(0).path("name").asText());
    remove(reply.body().path("entries").path(0).path("id").asText());
  }

  @Test
  void aZipWithAPathThatClimbsOutIsRefused() throws Exception {
    String rows = text(new PlaysFile().heard(DAY, "Climber", "Nobody", 3).named("rows.json"));
    assertImportFails(
        BadFiles.zip("climbing.zip", "../../Streaming_History_Audio_2022_0.json", rows),
        "climbing.zip");
  }

  @Test
  void aZipBombIsRefused() throws Exception {
    assertImportFails(BadFiles.zipBomb("bomb.zip"), "bomb.zip");
  }

  @Test
  void jsonThatIsCutInTheMiddleIsNamed() throws Exception {
    String whole = text(new PlaysFile().heard(DAY, "Cut", "Nobody", 6).named("rows.json"));
    NamedFile cut = NamedFile.text("cut.json", whole.substring(0, whole.length() * 2 / 3));
    assertImportFails(cut, "cut.json");
  }

  @Test
  void aZipWithoutAnyHistoryIsNeverASuccess() throws Exception {
    assertImportFails(
        BadFiles.zip("photos.zip", "readme.txt", "There is no history in here."), "photos.zip");
  }

  @Test
  void rowsWithNullNamesAreCountedAndPassedOver() throws Exception {
    PlaysFile rows =
        new PlaysFile().heard(DAY, "Named", "Nobody", 3).nameless(DAY).nameless(DAY.plusDays(1));
    JsonNode done = api.importPlays(rows.named("nulls.json"), MINUTE);
    assertEquals("done", done.path("status").asText());
    assertEquals(3, done.path("stored").asInt());
    assertEquals(2, done.path("dropped").path("no title").asInt(), done.toString());
    assertBalanced(done);
  }

  @Test
  void playsOfImpossibleYearsAreCountedAndPassedOver() throws Exception {
    PlaysFile rows =
        new PlaysFile()
            .heard(DAY.plusDays(2), "Now", "Nobody", 3)
            .heard(LocalDate.parse("1900-01-01"), "Then", "Nobody", 1)
            .heard(LocalDate.parse("2100-01-01"), "Some day", "Nobody", 1);
    JsonNode done = api.importPlays(rows.named("years.json"), MINUTE);
    assertEquals(3, done.path("stored").asInt(), done.toString());
    assertEquals(2, done.path("dropped").path("impossible date").asInt(), done.toString());
    assertBalanced(done);
  }

  @Test
  void anEntryOfTheYear2100IsRefusedAndOneOf1900IsTaken() throws Exception {
    assertProblem(400, "2100-01-01", api.post(ENTRIES, entry("2100-01-01", "Not yet.")));
    Reply old = api.post(ENTRIES, entry("1900-01-01", "A new century."));
    assertEquals(201, old.status());
    remove(old.body().path("id").asText());
  }

  @Test
  void aMoodThatIsEmptyOrEndlessOrWithoutWordsIsRefused() throws Exception {
    assertProblem(400, "mood", api.ask("", 5));
    assertProblem(400, "mood", api.ask("x ".repeat(50_000), 5));
    assertProblem(400, "mood", api.ask("\uD83D\uDE00\uD83D\uDE22", 5));
  }

  @Test
  void jsonThatIsNoneIsRefused() throws Exception {
    assertProblem(400, "JSON", api.post(RECOMMENDATIONS, "{\"mood\": "));
    assertProblem(400, "JSON", api.post(ENTRIES, "a mood"));
    assertProblem(400, "JSON", api.post(RECOMMENDATIONS, "[1]"));
    assertProblem(400, "body is missing", api.post(RECOMMENDATIONS, ""));
  }

  @Test
  void anUnknownFieldIsNamed() throws Exception {
    assertProblem(
        400, "colour", api.post(RECOMMENDATIONS, "{\"mood\":\"blue\",\"colour\":\"blue\"}"));
    assertProblem(
        400,
        "weather",
        api.post(ENTRIES, "{\"date\":\"2022-09-09\",\"text\":\"Rain.\",\"weather\":\"rain\"}"));
  }

  @Test
  void nobodyComesInWithoutTheToken() throws Exception {
    for (Optional<String> token : List.of(Optional.<String>empty(), Optional.of("guessed"))) {
      try (Api stranger = system.stranger(token)) {
        for (String path :
            List.of(PAGES, ENTRIES, IMPORTS, "/api/v1/moments", "/api/v1/progress")) {
          assertProblem(401, "token", stranger.get(path));
        }
        assertProblem(401, "token", stranger.ask("Let me in.", 5));
        assertProblem(401, "token", stranger.post("/api/v1/links", "{}"));
      }
    }
  }

  @Test
  void noServiceBehindTheFrontDoorIsOpenEither() throws Exception {
    for (int port : system.servicePorts()) {
      try (Api stranger = new Api(new io.chihiro.local.Ports(port), Optional.empty())) {
        assertProblem(401, "token", stranger.get("/api/v1/progress"));
      }
    }
  }

  @Test
  void aLinkOpensThePageOnce() throws Exception {
    URI link = URI.create(api.post("/api/v1/links", "{}").fine().path("link").asText());
    HttpResponse<String> first = open(link);
    assertEquals(303, first.statusCode());
    String cookie = first.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "the cookie");
    HttpResponse<String> second = open(link);
    assertEquals(400, second.statusCode());
    assertTrue(second.body().contains("used already"), second.body());
  }

  @Test
  void noLogHoldsWhatWasWrittenOrTheToken() throws Exception {
    String canary = "The canary sang quinquagesima behind the samovar";
    Reply taken = api.post(ENTRIES, entry("2022-09-20", canary));
    remove(taken.fine().path("id").asText());
    Reply file = api.upload(PAGES, NamedFile.text("2022-09-21.md", canary));
    remove(file.fine().path("entries").path(0).path("id").asText());
    var _ = api.post(ENTRIES, "{\"date\":\"2022-09-20\",\"text\":\"" + canary + "\",\"x\":1}");
    var _ = api.post(ENTRIES, "{\"text\":\"" + canary);
    var _ = api.ask(canary, 5);
    for (String secret : List.of(canary, "quinquagesima", system.token())) {
      assertFalse(logsHold(secret), "a log holds journal text or the token");
    }
  }

  private boolean logsHold(String secret) throws IOException {
    try (Stream<Path> logs = Files.walk(system.logs())) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(secret)) {
          return true;
        }
      }
      return false;
    }
  }

  /// Whether it is seen at once or only by the reader: it ends as a failure that names the file.
  private String assertUnreadable(NamedFile file) throws Exception {
    Reply reply = api.upload(PAGES, file);
    String problem = reply.detail();
    if (reply.status() == 202) {
      problem = awaitFailed(reply.body().path("pages").path(0).path("page").asText());
    } else {
      assertEquals(422, reply.status());
    }
    assertTrue(problem.contains(file.name()), problem);
    return problem;
  }

  private String awaitFailed(String page) throws Exception {
    return Patience.until(
        MINUTE,
        "the page fails",
        () -> {
          for (JsonNode each : api.get(PAGES).fine().path("pages")) {
            if (each.path("page").asText().equals(page)
                && each.path("state").asText().equals("failed")) {
              return Optional.of(each.path("problem").asText());
            }
          }
          return Optional.empty();
        });
  }

  private void assertImportFails(NamedFile file, String named) throws Exception {
    JsonNode ended = api.importPlays(file, MINUTE);
    assertEquals("failed", ended.path("status").asText(), ended.toString());
    String message = ended.path("message").asText();
    assertTrue(message.contains(named), message);
    assertBalanced(ended);
  }

  private static void assertBalanced(JsonNode account) {
    int dropped = 0;
    for (JsonNode number : account.path("dropped")) {
      dropped += number.asInt();
    }
    int accounted = account.path("stored").asInt() + dropped + account.path("waiting").asInt();
    assertEquals(account.path("rows").asInt(), accounted, account.toString());
  }

  private static void assertProblem(int status, String named, Reply reply) {
    assertEquals(status, reply.status(), reply.detail());
    assertTrue(reply.problem(), "problem JSON instead of " + reply.type());
    assertTrue(reply.detail().contains(named), reply.detail());
  }

  private void remove(String entry) throws Exception {
    assertEquals(204, api.delete(ENTRIES + "/" + entry).status());
  }

  private static String entry(String date, String text) {
    return JsonNodeFactory.instance.objectNode().put("date", date).put("text", text).toString();
  }

  private static String text(NamedFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> open(URI link) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }
  }
}
