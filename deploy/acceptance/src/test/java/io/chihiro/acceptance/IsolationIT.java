package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import io.chihiro.acceptance.Routes.Route;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Two people on one system: whatever one of them calls, nothing of the other is seen or changed.
@Order(6)
@TestMethodOrder(OrderAnnotation.class)
class IsolationIT {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");
  private static final String USERS = "/api/v1/users";

  /// Everything that can be read without naming anything.
  private static final List<String> READ =
      List.of(
          "/api/v1/journal/entries",
          "/api/v1/journal/pages",
          "/api/v1/journal/review?all=true",
          "/api/v1/journal/engines",
          "/api/v1/plays/imports",
          "/api/v1/songs/imports",
          "/api/v1/plays/songs?q=listed",
          "/api/v1/plays/playlists",
          "/api/v1/plays/sources",
          "/api/v1/plays/rules",
          "/api/v1/plays/doubles?from=2024-01-01",
          "/api/v1/moments?from=2024-01-01&to=2024-12-31",
          "/api/v1/songs",
          "/api/v1/feedback",
          "/api/v1/rejected");

  /// What can be read, but not as JSON.
  private static final List<String> TAKEN_AWAY =
      List.of("/api/v1/export", "/api/v1/journal/export", "/api/v1/plays/export");

  /// What a call must say before anybody looks whose the thing is; `%s` is the thing.
  private static final Map<String, String> SAID =
      Map.of(
          "/api/v1/plays/songs/{song}/split", "{\"title\":\"x\",\"artist\":\"y\"}",
          "/api/v1/journal/review/{id}/split", "{\"pieces\":[{\"text\":\"a\"},{\"text\":\"b\"}]}",
          "/api/v1/journal/review/{id}/merge", "{\"into\":\"%s\"}",
          "/api/v1/journal/rereadings/{page}", "{\"engine\":\"tesseract\"}",
          "/api/v1/journal/rereadings/{page}/take", "{\"engine\":\"tesseract\"}");

  /// Somebody, and what is known only of them.
  private record Person(String name, Api api, String word, String song) {}

  private static RunningSystem system;

  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void begin() throws Exception {
    system = Systems.fresh("UTC");
  }

  @Test
  @Order(2)
  void nobodySeesOrChangesWhatIsAnothers() throws Exception {
    try (Api ownersApi = system.api();
        Api hakusApi = system.stranger(Optional.of(tokenOf(ownersApi, "haku")))) {
      Person owner = new Person("owner", ownersApi, "quinceblossom", "Ownerly Waltz");
      Person haku = new Person("haku", hakusApi, "riverdragon", "Hakus Water");
      for (Person each : List.of(owner, haku)) {
        live(each);
      }
      for (Person each : List.of(owner, haku)) {
        assertTrue(everything(each).contains(each.word()), each.name() + " sees their own life");
        assertTrue(everything(each).contains(each.song()), each.name() + " hears their own songs");
        takesTheirOwnAway(each);
      }
      walk(system, haku, owner);
      walk(system, owner, haku);
      assertEquals(List.of(), faults);
    }
  }

  @Test
  @Order(1)
  void aTokenThatWasTakenBackLetsNobodyIn() throws Exception {
    try (Api owner = system.api()) {
      String token = tokenOf(owner, "lin");
      try (Api lin = system.stranger(Optional.of(token));
          Api page = lin.session()) {
        JsonNode me = lin.get("/api/v1/me").fine();
        assertEquals("lin", me.path("name").asText());
        assertEquals(403, lin.get(USERS).status(), "a member does not see the accounts");
        assertEquals("lin", page.get("/api/v1/me").fine().path("name").asText());
        assertEquals(403, page.post("/api/v1/session", "").status(), "it would never end");
        assertEquals(403, page.post("/api/v1/links", "").status(), "nor would that");
        String own = lin.post("/api/v1/me/tokens", "{}").fine().path("token").asText();
        String first = me.path("tokens").path(0).path("id").asText();
        assertEquals("owner", me.path("tokens").path(0).path("madeBy").asText());
        assertEquals(409, owner.post(USERS + "/lin/tokens", "{}").status(), "lin would not notice");
        assertEquals(204, lin.delete("/api/v1/me/tokens/" + first).status());
        assertEquals(401, lin.get("/api/v1/me").status(), "the first token was taken back");
        assertEquals(401, page.get("/api/v1/me").status(), "and the session it began");
        try (Api again = system.stranger(Optional.of(own))) {
          assertEquals(200, again.get("/api/v1/me").status());
          assertEquals(202, owner.delete(USERS + "/lin").status());
          assertEquals(401, again.get("/api/v1/me").status(), "the account is closed");
        }
      }
      assertEquals(409, owner.post(USERS, "{\"name\":\"owner\"}").status());
      assertEquals(400, owner.post(USERS, "{\"name\":\"../x\"}").status());
    }
  }

  private static String tokenOf(Api owner, String name) throws Exception {
    return owner.post(USERS, "{\"name\":\"" + name + "\"}").fine().path("token").asText();
  }

  /// A day, its song, a list, an answer, and what was said to it.
  private static void live(Person person) throws Exception {
    Api api = person.api();
    String text = "Sat under the " + person.word() + " all day and was glad of it.";
    var _ =
        api.post("/api/v1/journal/entries", "{\"date\":\"2024-03-05\",\"text\":\"" + text + "\"}")
            .fine();
    var _ =
        api.upload(
                "/api/v1/journal/pages",
                NamedFile.text("2024-03-06.txt", "Again the " + person.word() + ". Slept well."))
            .fine();
    var _ =
        api.importPlays(
            new PlaysFile()
                .heard(DAY, person.song(), "The " + person.word() + "s", 5)
                .heard(DAY.plusDays(1), person.song(), "The " + person.word() + "s", 5)
                .named("plays.json"),
            LONGEST);
    var _ =
        api.importPlays(
            NamedFile.text(
                "list.m3u8", "#EXTM3U\n#PLAYLIST:" + person.word() + "\n#EXTINF:1,A - B\nx.mp3\n"),
            LONGEST);
    String songs = "title,artist,tag\nListed " + person.word() + ",Nobody,pop\n";
    var _ =
        api.upload("/api/v1/songs/imports", NamedFile.text(person.word() + ".csv", songs)).fine();
    var _ = api.upload("/api/v1/journal/pages", NamedFile.text(person.word() + ".jpg", "no photo"));
    var _ = api.awaitNothingWaits(LONGEST);
    JsonNode answer = api.ask("glad of " + person.word(), 3).fine();
    assertEquals(person.song(), answer.path("songs").path(0).path("title").asText());
    var _ =
        api.post(
                "/api/v1/feedback",
                "{\"answer\":\""
                    + answer.path("songs").path(0).path("answer").asText()
                    + "\",\"verdict\":\"took-me-back\"}")
            .fine();
  }

  // What is seen where it may be would be seen where it must not be.
  private static void takesTheirOwnAway(Person person) throws Exception {
    for (String path : TAKEN_AWAY) {
      String zip = person.api().get(path).fine().asText();
      assertTrue(zip.contains(person.word()), person.name() + " takes their own away: " + path);
    }
    JsonNode rejected = person.api().get("/api/v1/rejected").fine();
    assertTrue(rejected.toString().contains(person.word()), rejected.toString());
  }

  /// Everything that somebody can read of their life.
  private static String everything(Person person) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String path : READ) {
      all.append(path).append(' ').append(person.api().get(path).fine()).append('\n');
    }
    return all.toString();
  }

  /// Calls everything there is, with everything that is known of another.
  private void walk(RunningSystem system, Person caller, Person other) throws Exception {
    String before = everything(other);
    Set<String> ids = ids(other);
    assertTrue(ids.size() >= 6, "what the other has: " + ids);
    for (Route route : Routes.of(system)) {
      if (isOwnersOffice(route, caller)) {
        continue;
      }
      if (route.hasParts()) {
        for (String id : ids) {
          refused(route, id, caller, other);
        }
      } else if (route.method().equals("GET")) {
        blind(route.method(), route.path(), caller, other);
      }
    }
    assertFalse(everything(caller).contains(other.word()));
    assertEquals(before, everything(other), "nothing of " + other.name() + " was changed");
  }

  /// Whoever looks after the accounts sees names, which are no secret to them.
  private static boolean isOwnersOffice(Route route, Person caller) {
    return caller.name().equals("owner") && route.path().matches(USERS + ".*|/api/v1/me/tokens.*");
  }

  private void refused(Route route, String id, Person caller, Person other) throws Exception {
    String path = route.withPart(id);
    String body = SAID.getOrDefault(route.path(), "{}").formatted(id);
    Reply reply = call(route.method(), path, body, caller.api());
    if (reply.status() != 403 && reply.status() != 404) {
      faults.add(
          "%s: %s %s: %d %s"
              .formatted(
                  caller.name(), route.method(), route.path(), reply.status(), reply.detail()));
    }
    blind(reply, path, caller, other);
  }

  private void blind(String method, String path, Person caller, Person other) throws Exception {
    blind(call(method, path, "{}", caller.api()), path, caller, other);
  }

  private void blind(Reply reply, String path, Person caller, Person other) {
    String body = reply.body().toString();
    if (reply.status() >= 500 || body.contains(other.word()) || body.contains(other.song())) {
      faults.add(caller.name() + " sees at " + path + ": " + reply.status());
    }
  }

  private static Reply call(String method, String path, String body, Api api) throws Exception {
    return switch (method) {
      case "POST" -> api.post(path, body);
      case "PUT" -> api.put(path, body);
      case "DELETE" -> api.delete(path);
      default -> api.get(path);
    };
  }

  /// Whatever names something of somebody.
  private static Set<String> ids(Person person) throws Exception {
    Set<String> ids = new LinkedHashSet<>();
    for (String path : READ) {
      // Sources are called the same for everybody.
      if (!path.equals("/api/v1/plays/sources")) {
        collect(person.api().get(path).fine(), ids);
      }
    }
    return ids;
  }

  private static void collect(JsonNode node, Set<String> ids) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().matches("id|entry|page|play|import|answer|playlist|song")
          && field.getValue().isTextual()) {
        ids.add(field.getValue().asText());
      }
    }
    node.forEach(child -> collect(child, ids));
  }
}
