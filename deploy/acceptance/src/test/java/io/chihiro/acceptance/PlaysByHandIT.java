package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// One evening that an export and Last.fm tell, and what its owner says of it through the front
/// door.
@Order(5)
@TestMethodOrder(OrderAnnotation.class)
class PlaysByHandIT {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");
  private static final String ON_THE_DAY = "?from=2024-03-05";
  private static final String RULES = "/api/v1/plays/rules";

  private static RunningSystem system;

  @BeforeAll
  static void begin() throws Exception {
    system = Systems.fresh("UTC");
  }

  @Test
  @Order(1)
  void theOwnersWordHoldsWhateverIsImported() throws Exception {
    try (Api api = system.api()) {
      var _ =
          api.post("/api/v1/journal/entries", "{\"date\":\"2024-03-05\",\"text\":\"The sea.\"}")
              .fine();
      bring(api);
      assertEquals(4, playsOfTheDay(api), "told twice, counted once");
      JsonNode doubles = api.get("/api/v1/plays/doubles" + ON_THE_DAY).fine().path("listens");
      assertEquals(4, doubles.size());
      JsonNode scrobble = doubles.get(0).path("doubles").get(0);
      assertTrue(scrobble.path("reason").asText().contains("began"), scrobble.toString());

      String apart = "/api/v1/plays/doubles/" + scrobble.path("play").asText() + "/apart";
      said(api, api.put(apart, ""));
      assertEquals(5, playsOfTheDay(api));
      said(api, api.delete(apart));

      String play = doubles.get(1).path("play").asText();
      said(api, api.delete("/api/v1/plays/" + play));
      String itsDouble = doubles.get(1).path("doubles").get(0).path("play").asText();
      said(api, api.delete("/api/v1/plays/" + itsDouble));
      bring(api);
      assertEquals(3, playsOfTheDay(api), "deleted, although it was imported again");

      said(api, api.put(RULES, "{\"shortestPlaySeconds\":300}"));
      assertTrue(Moments.on(api, DAY).isEmpty(), "no song is left on the day");
      said(api, api.put(RULES, "{}"));
      assertEquals(3, playsOfTheDay(api));
      assertEquals(
          1, api.get("/api/v1/plays/songs?q=salt").fine().path("songs").size(), "one song");
    }
  }

  @Test
  @Order(2)
  void aPlaylistIsKeptUnderItsName() throws Exception {
    try (Api api = system.api()) {
      NamedFile list =
          NamedFile.text(
              "late.m3u8",
              """
              #EXTM3U
              #PLAYLIST:Late
              #EXTINF:214,The Harbour Lights - Salt Water
              salt.mp3
              #EXTINF:200,Ana Moura - Night Bus
              bus.mp3
              """);
      assertEquals("done", api.importPlays(list, LONGEST).path("status").asText());
      assertEquals("done", api.importPlays(list, LONGEST).path("status").asText());

      JsonNode all = api.get("/api/v1/plays/playlists").fine().path("playlists");
      assertEquals(1, all.size(), "brought twice, kept once");
      assertEquals("Late", all.path(0).path("name").asText());
      assertEquals("m3u", all.path(0).path("source").asText());
      String id = all.path(0).path("id").asText();
      JsonNode songs = api.get("/api/v1/plays/playlists/" + id).fine().path("entries");
      assertEquals(List.of("Salt Water", "Night Bus"), songs.findValuesAsText("title"));
      assertEquals(404, api.get("/api/v1/plays/playlists/none").status());
    }
  }

  private static void said(Api api, Api.Reply reply) throws Exception {
    assertTrue(reply.status() < 300, reply.toString());
    var _ = api.awaitNothingWaits(LONGEST);
  }

  private static int playsOfTheDay(Api api) throws Exception {
    return Moments.on(api, DAY).orElseThrow().path("songs").get(0).path("plays").asInt();
  }

  private static void bring(Api api) throws Exception {
    for (NamedFile file : List.of(export(), scrobbles())) {
      assertEquals("done", api.importPlays(file, LONGEST).path("status").asText());
    }
    var _ = api.awaitNothingWaits(LONGEST);
  }

  private static NamedFile export() {
    List<String> rows =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    """
                    {"ts":"2024-03-05T20:%02d:00Z","ms_played":200000,
                     "master_metadata_track_name":"Salt Water - 2011 Remaster",
                     "master_metadata_album_artist_name":"The Waves"}"""
                        .formatted(10 + 5 * i))
            .toList();
    return NamedFile.text("history.json", rows.toString());
  }

  private static NamedFile scrobbles() {
    List<String> rows =
        IntStream.range(0, 4)
            .mapToObj(i -> "The Waves,,Salt Water," + (start() + 300L * i))
            .toList();
    return NamedFile.text("scrobbles.csv", String.join("\n", rows) + "\n");
  }

  private static long start() {
    return DAY.atTime(20, 6, 40).toEpochSecond(ZoneOffset.UTC);
  }
}
