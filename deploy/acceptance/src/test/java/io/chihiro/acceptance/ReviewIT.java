package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.PhotographedPage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// What is doubtful waits for its owner, and what the owner says of it is in the answers soon.
@Order(2)
class ReviewIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double LEAST_DATED = 0.9;

  private final LivedSystem lived;
  private final Api api;

  ReviewIT() throws Exception {
    lived = Systems.sampleLife();
    api = lived.system().api();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theDatesOfPhotographedPagesAreRightAndEveryWrongOneIsInReview(TestReporter reporter)
      throws Exception {
    Map<String, JsonNode> entries = entriesByFile();
    Map<String, String> waiting = waiting();
    List<String> wrong = new ArrayList<>();
    int written = 0;
    for (PhotographedPage page : lived.life().journal().pages()) {
      JsonNode entry = entries.getOrDefault(page.file(), MissingNode.getInstance());
      boolean isRight = entry.path("date").asText().equals(page.date().toString());
      written += page.dateWritten() ? 1 : 0;
      if (!isRight) {
        wrong.add(page.file());
        assertTrue(waiting.containsKey(entry.path("id").asText()), page.file() + " waits");
      }
      assertTrue(isRight || !page.dateWritten() || !entry.path("date").asText().isEmpty());
    }
    long wronglyRead =
        lived.life().journal().pages().stream()
            .filter(page -> page.dateWritten() && wrong.contains(page.file()))
            .count();
    double share = 1 - (double) wronglyRead / written;
    reporter.publishEntry(
        "%d written dates, %.2f right, wrong: %s".formatted(written, share, wrong));
    assertTrue(share >= LEAST_DATED, "only " + share + " of the written dates are right");
  }

  @Test
  void anEditInReviewIsSoonInTheAnswers(TestReporter reporter) throws Exception {
    LocalDate day = LocalDate.parse("2021-02-03");
    JsonNode imported =
        api.importPlays(
            new PlaysFile().heard(day, "Paper Lantern", "The Ferrymen", 4).named("lantern.json"),
            PATIENCE);
    assertEquals("done", imported.path("status").asText());
    String id =
        api.upload("/api/v1/journal/pages", NamedFile.text("lantern.txt", "We made a lamp."))
            .fine()
            .path("entries")
            .path(0)
            .path("id")
            .asText();
    assertEquals("no-date", item(id).path("reasons").path(0).path("code").asText());

    String text = "We folded a paper lantern and let it float down the river at night.";
    long begin = System.nanoTime();
    JsonNode confirmed = api.post(address(id, "confirm"), confirmation(day, text)).fine();
    assertEquals("confirmed", confirmed.path("status").asText());
    boolean _ =
        Patience.until(
            PATIENCE,
            "the edit is in the answers",
            () -> Optional.of(isAnswered(text, "Paper Lantern", day)).filter(there -> there));
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    reporter.publishEntry("an edit in review was in the answers after %d ms".formatted(millis));
    assertTrue(item(id).isMissingNode(), "it waits no more");
  }

  @Test
  void aPageThatGoesOnAndADateThatFallsWaitWithAProposal() throws Exception {
    var pages = new ReviewPages(lived.system(), api, "blue-book");
    LocalDate first = LocalDate.parse("2021-05-03");
    pages.lay("blue-1.jpg", first, "3 May 2021", "We walked along the canal and fed the ducks.");
    pages.lay("blue-2.jpg", first.plusDays(1), "", "The boat was painted green in the morning.");
    pages.lay("blue-3.jpg", first.plusDays(2), "5 May 2011", "Rain on the roof of the old boat.");
    pages.lay(
        "blue-4.jpg", first.plusDays(3), "6 May 2021", "A long letter came from the islands.");

    // Pages are read side by side, so the one before may come later.
    JsonNode second =
        Patience.until(
            PATIENCE,
            "the page goes on with the one before",
            () -> pages.find("blue-2.jpg").filter(item -> reason(item).equals("continues-page")));
    assertEquals("2021-05-03", second.path("proposal").path("date").asText());
    JsonNode third =
        Patience.until(
            PATIENCE,
            "the fallen date is flagged",
            () ->
                pages
                    .find("blue-3.jpg")
                    .filter(
                        item -> item.path("proposal").path("date").asText().equals("2021-05-05")));
    assertEquals("out-of-order", reason(third));
  }

  private static String reason(JsonNode item) {
    return item.path("reasons").path(0).path("code").asText();
  }

  private Map<String, JsonNode> entriesByFile() throws Exception {
    Map<String, String> files = new HashMap<>();
    for (JsonNode page : api.get("/api/v1/journal/pages").fine().path("pages")) {
      String place = page.path("place").asText();
      files.put(page.path("page").asText(), place.substring(place.lastIndexOf('/') + 1));
    }
    Map<String, JsonNode> entries = new HashMap<>();
    for (JsonNode entry : api.get("/api/v1/journal/entries").fine().path("entries")) {
      String file = files.getOrDefault(entry.path("page").asText(), "");
      entries.put(file, entry);
    }
    return entries;
  }

  private Map<String, String> waiting() throws Exception {
    Map<String, String> reasons = new HashMap<>();
    for (JsonNode item : api.get("/api/v1/journal/review").fine().path("items")) {
      reasons.put(
          item.path("entry").path("id").asText(),
          item.path("reasons").path(0).path("code").asText());
    }
    return reasons;
  }

  private JsonNode item(String id) throws Exception {
    for (JsonNode item : api.get("/api/v1/journal/review").fine().path("items")) {
      if (item.path("entry").path("id").asText().equals(id)) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private boolean isAnswered(String mood, String title, LocalDate day) throws Exception {
    for (JsonNode song : api.ask(mood, 5).fine().path("songs")) {
      if (song.path("title").asText().equals(title)
          && song.path("evidence").findValuesAsText("date").contains(day.toString())) {
        return true;
      }
    }
    return false;
  }

  private static String confirmation(LocalDate day, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("date", day.toString())
        .put("text", text)
        .toString();
  }

  private static String address(String id, String action) {
    return "/api/v1/journal/review/" + id + "/" + action;
  }
}
