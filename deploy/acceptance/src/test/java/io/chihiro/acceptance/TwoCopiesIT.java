package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import io.chihiro.local.Service;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.ExpectedMoment.SongCount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Two copies of each service on one broker and one cache: one of each is killed in turn while
/// somebody writes and asks, and nothing is lost, doubled or answered differently.
@Order(9)
class TwoCopiesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration DEAD_FOR = Duration.ofSeconds(6);
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final String ARTIST = "The Harbour Lights";
  private static final LocalDate NOISE = LocalDate.parse("2020-01-01");
  private static final int HEARD_DAYS = 200;
  private static final String RECENT = "/api/v1/plays?from=2023-01-01&to=2023-01-31";
  private static final List<String> MOODS =
      List.of("Quiet and a little homesick.", "A loud and happy night.", "The grey sea again.");

  @Test
  void oneOfEachIsKilledAndNothingIsLost(TestReporter reporter) throws Exception {
    Systems.stop();
    Instant begun = Instant.now();
    try (TwoCopies copies = TwoCopies.start();
        Api api = copies.api()) {
      List<String> members = members(copies, api);
      assertEquals("done", api.importPlays(history(), PATIENCE).path("status").asText());
      Traffic traffic = new Traffic(api);
      traffic.start();
      killFrontDoor(copies, api, traffic);
      killIngest(copies, api);
      killEmbedding(copies, api);
      killStandingBy(copies, api, Service.OCR, "/api/v1/journal/entries");
      killStandingBy(copies, api, Service.TRAINING, "/api/v1/models");
      traffic.end();
      JsonNode _ = api.awaitNothingWaits(PATIENCE);
      copies.awaitReady();
      assertNothingIsLost(copies, api, traffic, members);
      assertBothAnswerTheSame(copies);
      reporter.publishEntry(
          "%d entries, %d plays and %d moods within %d s"
              .formatted(
                  traffic.entries().size(),
                  traffic.plays().size(),
                  traffic.asked(),
                  Duration.between(begun, Instant.now()).toSeconds()));
    }
  }

  // Nobody who calls the one address notices that a front door is dead.
  private static void killFrontDoor(TwoCopies copies, Api api, Traffic traffic) throws Exception {
    Patience.untilTrue(PATIENCE, "answers are given", () -> traffic.answer().isPresent());
    String given = someAnswer(copies);
    Instant killed = Instant.now();
    copies.kill(Service.RECOMMEND, 1);
    Thread.sleep(DEAD_FOR);
    Reply said =
        api.post(
            "/api/v1/feedback", "{\"answer\":\"%s\",\"verdict\":\"not-now\"}".formatted(given));
    assertEquals(
        201, said.status(), "said to an answer of the copy that is dead: " + said.detail());
    assertEquals(List.of(), traffic.between(killed, Instant.now()));
    copies.begin(Service.RECOMMEND, 1);
    copies.awaitReady(Service.RECOMMEND, 1);
    assertEquals(List.of(), traffic.between(killed, Instant.now()));
  }

  // An answer with a song, given by the first copy.
  private static String someAnswer(TwoCopies copies) throws Exception {
    try (Api first = copies.api(Service.RECOMMEND, 1)) {
      return Patience.until(
          PATIENCE,
          "the first answer with a song",
          () ->
              Optional.of(first.ask(MOODS.getFirst(), 5))
                  .filter(reply -> reply.status() == 200)
                  .map(reply -> reply.body().path("songs").path(0).path("answer").asText())
                  .filter(id -> !id.isBlank()));
    }
  }

  // Killed is the copy that imports; the other goes on with the import and with its partitions.
  private static void killIngest(TwoCopies copies, Api api) throws Exception {
    String id = api.upload(IMPORTS, noise()).fine().path("id").asText();
    int importing = copies.importing();
    copies.kill(Service.INGEST, importing);
    JsonNode account = api.awaitImport(id, PATIENCE);
    assertEquals("done", account.path("status").asText(), account.toString());
    assertEquals(HEARD_DAYS * 60, account.path("stored").asInt());
    awaitPlays(api);
    copies.begin(Service.INGEST, importing);
  }

  private static void killEmbedding(TwoCopies copies, Api api) throws Exception {
    copies.kill(Service.EMBEDDING, 1);
    JsonNode _ =
        Patience.until(
            PATIENCE,
            "the other copy embeds all days",
            () -> api.patiently("/api/v1/progress").filter(TwoCopiesIT::nothingToEmbed));
    copies.begin(Service.EMBEDDING, 1);
  }

  private static boolean nothingToEmbed(JsonNode progress) {
    for (JsonNode stage : progress.path("stages")) {
      if (stage.path("service").asText().equals("embedding-service")) {
        return stage.path("waiting").asLong() < 3;
      }
    }
    return false;
  }

  private static void awaitPlays(Api api) throws Exception {
    JsonNode _ =
        Patience.until(
            PATIENCE,
            "the other copy has the plays",
            () -> api.patiently(RECENT).filter(told -> !told.path("plays").isEmpty()));
  }

  private static void killStandingBy(TwoCopies copies, Api api, Service service, String path)
      throws Exception {
    int works = copies.working(service);
    assertFalse(copies.ready(service, 3 - works), "the other copy stands by");
    copies.kill(service, works);
    JsonNode _ = Patience.until(PATIENCE, "the other takes over", () -> api.patiently(path));
    assertEquals(3 - works, copies.working(service));
    copies.begin(service, works);
  }

  private static void assertNothingIsLost(
      TwoCopies copies, Api api, Traffic traffic, List<String> members) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode entry :
        api.get("/api/v1/journal/entries?from=" + Traffic.FIRST_DAY + "&to=2022-12-31")
            .fine()
            .path("entries")) {
      texts.add(entry.path("text").asText());
    }
    assertEquals(List.copyOf(traffic.entries()), texts.stream().sorted().toList());
    // What waits is told by one front door; the other has an index of its own, and follows.
    List<ExpectedMoment> expected = moments(traffic.entries().size());
    for (int copy = 1; copy <= 2; copy++) {
      try (Api front = copies.api(Service.RECOMMEND, copy)) {
        List<ExpectedMoment> _ =
            Patience.until(
                PATIENCE,
                "every day is there",
                () -> Optional.of(known(front)).filter(expected::equals));
      }
    }
    for (int copy = 1; copy <= 2; copy++) {
      try (Api ingest = copies.api(Service.INGEST, copy)) {
        assertEquals(List.copyOf(traffic.plays()), titles(ingest), "asked at copy " + copy);
      }
    }
    for (String token : members) {
      try (Api member = copies.api(token)) {
        assertEquals(List.of("Own"), titles(member), "in whichever copy their partition is");
      }
    }
  }

  private static List<ExpectedMoment> known(Api api) throws Exception {
    return Moments.between(api, Traffic.FIRST_DAY, Traffic.FIRST_DAY.plusDays(HEARD_DAYS - 1));
  }

  private static List<String> titles(Api api) throws Exception {
    List<String> titles = new ArrayList<>();
    // A partition may still be on its way back to the copy that has come last.
    JsonNode told = Patience.until(PATIENCE, "the plays are told", () -> api.patiently(RECENT));
    for (JsonNode play : told.path("plays")) {
      titles.add(play.path("title").asText());
    }
    return titles.stream().sorted().toList();
  }

  private static void assertBothAnswerTheSame(TwoCopies copies) throws Exception {
    try (Api first = copies.api(Service.RECOMMEND, 1);
        Api second = copies.api(Service.RECOMMEND, 2)) {
      for (String mood : MOODS) {
        JsonNode answer = withoutIds(first.ask(mood, 10).fine());
        assertTrue(answer.path("songs").size() > 1, answer.toString());
        assertEquals(answer, withoutIds(second.ask(mood, 10).fine()));
      }
    }
  }

  private static JsonNode withoutIds(JsonNode answer) {
    ((ObjectNode) answer).remove("answer");
    answer.path("songs").forEach(song -> ((ObjectNode) song).remove("answer"));
    return answer;
  }

  /// One member for each partition, each with a play of their own.
  ///
  /// @return their tokens
  private static List<String> members(TwoCopies copies, Api api) throws Exception {
    TreeMap<Integer, String> names = new TreeMap<>();
    IntStream.range(0, 100)
        .mapToObj(number -> "member-" + number)
        .forEach(name -> names.putIfAbsent(Keys.partition(name, Topics.PARTITIONS), name));
    List<String> tokens = new ArrayList<>();
    for (String name : names.values()) {
      String token =
          api.post("/api/v1/users", "{\"name\":\"%s\"}".formatted(name))
              .fine()
              .path("token")
              .asText();
      tokens.add(token);
      try (Api member = copies.api(token)) {
        var _ =
            Patience.until(
                PATIENCE,
                "both front doors know " + name,
                () ->
                    Optional.of(
                            member.post(
                                "/api/v1/plays",
                                """
                                {"title":"Own","artist":"Me","endedAt":"2023-01-05T12:00:00Z",
                                 "msPlayed":200000}"""))
                        .filter(reply -> reply.status() == 202));
      }
    }
    return tokens;
  }

  // Days on which entries will be written.
  private static NamedFile history() {
    PlaysFile file = new PlaysFile();
    for (int i = 0; i < HEARD_DAYS; i++) {
      var _ = file.heard(Traffic.FIRST_DAY.plusDays(i), title(i), ARTIST, 4);
    }
    return file.named("history.json");
  }

  // Long enough to be broken off, on days without entries.
  private static NamedFile noise() {
    PlaysFile file = new PlaysFile();
    for (int i = 0; i < HEARD_DAYS * 4; i++) {
      var _ = file.heard(NOISE.plusDays(i / 4), "Noise " + i % 4, ARTIST, 15);
    }
    return file.named("noise.json");
  }

  private static List<ExpectedMoment> moments(int entries) {
    return IntStream.range(0, Math.min(entries, HEARD_DAYS))
        .mapToObj(
            i ->
                new ExpectedMoment(
                    Traffic.FIRST_DAY.plusDays(i), List.of(new SongCount(title(i), ARTIST, 4))))
        .toList();
  }

  private static String title(int day) {
    return "Tide " + day % 7;
  }
}
