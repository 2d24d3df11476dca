package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Bad calls and strangers are refused with a sentence that says why, and harm nothing else.
@Order(2)
class BadInputIT extends UnharmedSystem {
  private static final String RECOMMENDATIONS = "/api/v1/recommendations";
  private static final String IMPORTS = "/api/v1/plays/imports";

  BadInputIT() throws Exception {}

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

  private static String entry(String date, String text) {
    return JsonNodeFactory.instance.objectNode().put("date", date).put("text", text).toString();
  }

  private static HttpResponse<String> open(URI link) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }
  }
}
