package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Song;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.models.sequences.GeneratedSequences;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.training.RunningService.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service as it is shipped, with a real broker: which songs live together is learned
/// from plays.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CompanyIT {
  private static final Instant BEGIN = Instant.parse("2022-01-01T12:00:00Z");
  private static final Duration LENGTH = Duration.ofMinutes(3);
  private static final String COMPANY = "company";

  /// With several, the same sessions give other numbers each time.
  private static final Map<String, String> ONE_THREAD = Map.of("CHIHIRO_TRAINING_THREADS", "1");

  /// Known clusters, in lists that take long enough to learn for a kill in the middle.
  private static final List<List<String>> CLUSTERS =
      new GeneratedSequences(8, 30, 5, 500, 16, 0.2, 3).all();

  @Test
  void sessionsOfClustersArePromotedOnesByChanceAreNotAndAKillCostsNoEpoch(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"))) {
      TopicCreation.ensure(broker.bootstrapServers());
      Path home = folder.resolve("home");
      try (RunningService service = RunningService.start(broker, home, ONE_THREAD)) {
        tooFewSessionsAreCounted(broker, service);
        play(broker, byChance(), Source.SPOTIFY_EXTENDED_HISTORY, Duration.ZERO);
        whatIsByChanceIsKeptWithItsReason(service, home);
        play(broker, CLUSTERS, Source.SPOTIFY_EXTENDED_HISTORY, Duration.ZERO);
        assertEquals(202, service.call("POST", "/company/train").status());
        service.await(CompanyIT::isInTheSecondPart);
        service.kill();
      }
      try (RunningService service = RunningService.start(broker, home, ONE_THREAD)) {
        JsonNode first = service.await(status -> status.path("progress").has("epoch"));
        assertTrue(first.path("part").path("number").asInt() >= 2, first.toString());
        assertTrue(first.path("progress").path("epoch").asInt() > 2, first.toString());
        clustersArePromoted(service, home);
      }
    }
  }

  private static boolean isInTheSecondPart(JsonNode status) {
    return status.path("part").path("number").asInt() == 2
        && status.path("progress").path("epoch").asInt() >= 4;
  }

  private static void tooFewSessionsAreCounted(EmbeddedBroker broker, RunningService service)
      throws Exception {
    play(broker, CLUSTERS.subList(0, 7), Source.LAST_FM, Duration.ofDays(400));
    play(broker, CLUSTERS.subList(0, 100), Source.SPOTIFY_API, Duration.ofDays(800));

    Reply refused = service.call("POST", "/company/train");

    assertEquals(422, refused.status());
    assertTrue(refused.body().contains("needs 60 sessions"), refused.body());
    assertTrue(refused.body().contains("there are 7, so 53 are missing"), refused.body());
  }

  private static void whatIsByChanceIsKeptWithItsReason(RunningService service, Path home)
      throws Exception {
    assertEquals(202, service.call("POST", "/company/train").status());
    assertEquals(409, service.call("POST", "/company/train").status());
    JsonNode end = service.await(CompanyIT::isDone);
    assertTrue(end.path("message").asText().startsWith("company is not promoted"), end.toString());
    JsonNode model = model(service);
    assertFalse(model.path("promoted").asBoolean());
    assertFalse(model.path("serving").isTextual());
    assertFalse(Files.exists(home.resolve(Path.of("training", "unfinished"))));
  }

  private static void clustersArePromoted(RunningService service, Path home) throws Exception {
    JsonNode end = service.await(CompanyIT::isDone);
    assertTrue(end.path("message").asText().startsWith("company is promoted"), end.toString());
    JsonNode model = model(service);
    String version = model.path("version").asText();
    assertEquals(version, model.path("serving").asText());
    assertEquals("all-minilm-l6-v2-256", service.models().path("serving").asText());
    Path stored = home.resolve(Path.of("models", COMPANY, version));
    SongCompany company =
        SongCompany.read(stored.resolve(SongCompany.VECTORS), stored.resolve(SongCompany.NAMES));
    String song = company.id(named("cluster 1 song 1").identity()).orElseThrow();
    List<String> ofCluster =
        company.nearest(song, 10, _ -> true).stream()
            .flatMap(near -> company.names(near.song()).stream())
            .filter(name -> name.startsWith("cluster 1 "))
            .toList();
    assertTrue(ofCluster.size() >= 8, ofCluster.toString());
    assertTrue(Files.readString(stored.resolve("days.txt")).contains("2022-01-01"));
    String report = service.call("GET", "/company/" + version + "/report").body();
    assertTrue(report.contains("most-popular"), report);
    assertTrue(service.page("/company/" + version + "/report").contains("held out"));
  }

  private static boolean isDone(JsonNode status) {
    return status.path("state").asText().equals("done");
  }

  private static JsonNode model(RunningService service) throws Exception {
    for (JsonNode model : service.models().path("models")) {
      if (model.path("name").asText().equals(COMPANY)) {
        return model;
      }
    }
    throw new AssertionError("company is not announced");
  }

  // Some are heard often and most seldom, so that popularity is all that can be learned.
  private static List<List<String>> byChance() {
    Random random = new Random(11);
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lists.add(
          random
              .doubles(8)
              .mapToObj(drawn -> "by chance " + (int) (150 * Math.pow(drawn, 3)))
              .toList());
    }
    return lists;
  }

  /// A session every six hours; those of one source that lie on others are there instead of them.
  ///
  /// @param begins after the first day of all
  private static void play(
      EmbeddedBroker broker, List<List<String>> sessions, Source source, Duration begins) {
    try (KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test")) {
      for (int session = 0; session < sessions.size(); session++) {
        Instant end = BEGIN.plus(begins).plus(Duration.ofHours(6L * session));
        for (String song : sessions.get(session)) {
          end = end.plus(LENGTH);
          TrackPlayed play = played(song, end, source);
          writer.write(Topics.PLAYS, play.key(), play);
        }
      }
      writer.flush();
    }
  }

  private static Song named(String title) {
    return new Song(title, "Somebody");
  }

  private static TrackPlayed played(String title, Instant end, Source source) {
    return new TrackPlayed(
        "owner",
        source + "-" + end.toEpochMilli(),
        named(title),
        Optional.empty(),
        Optional.empty(),
        end,
        LENGTH.toMillis(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        source);
  }
}
