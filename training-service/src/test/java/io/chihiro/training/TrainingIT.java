package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service as it is shipped, with a real broker: models are trained by call.
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class TrainingIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final int DAYS = 80;
  private static final List<List<String>> THEMES =
      List.of(
          List.of("sea", "salt", "waves", "sand"),
          List.of("exam", "books", "library", "night"),
          List.of("train", "window", "north", "rain"),
          List.of("garden", "tomatoes", "soil", "summer"));

  @Test
  void modelsAreTrainedJudgedAnnouncedAndTakenUpAgainAfterAKill(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"))) {
      live(broker);
      Path home = folder.resolve("home");
      try (RunningService service = RunningService.start(broker, home)) {
        wordsAreCountedAndToldWhyTheyDoNotServe(service);
        noFileHoldsTheDiarysWords(home);
        anotherTrainingIsRefused(service);
        service.await(status -> status.path("progress").path("step").asInt() >= 4);
        service.kill();
      }
      try (RunningService service = RunningService.start(broker, home)) {
        JsonNode first = service.await(status -> status.path("progress").has("step"));
        assertTrue(first.path("progress").path("step").asInt() > 2, first.toString());
        JsonNode end = service.await(status -> status.path("state").asText().equals("done"));
        theVersionIsAnnounced(service, home, end.path("message").asText());
        itServesOnceItIsPinnedAndNoMoreOnceItIsRolledBack(service);
      }
    }
  }

  @Test
  void everyDayJudgesOnceWhenDaysAreHeldOutInFolds(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"))) {
      live(broker);
      Map<String, String> quick =
          Map.of("CHIHIRO_TRAINING_MOST_STEPS", "1", "CHIHIRO_TRAINING_SHARES", "0.5");
      Path home = folder.resolve("home");
      try (RunningService service = RunningService.start(broker, home, quick)) {
        assertEquals(202, service.call("POST", "/sbert/train").status());
        JsonNode third = service.await(status -> status.path("part").path("number").asInt() == 3);
        assertEquals(6, third.path("part").path("parts").asInt());
        service.kill();
      }
      try (RunningService service = RunningService.start(broker, home, quick)) {
        JsonNode _ = service.await(status -> status.path("state").asText().equals("done"));
        JsonNode model = model(service, "sbert");
        assertEquals(DAYS, model.path("metrics").path("held-out days").asInt());
        String report =
            service.call("GET", "/sbert/" + model.path("version").asText() + "/report").body();
        assertTrue(report.contains("days, 5 folds"), report);
        assertEquals(1, versions(home));
      }
    }
  }

  /// Versions that were only judged do not stay.
  private static long versions(Path home) throws IOException {
    try (Stream<Path> stored = Files.list(home.resolve(Path.of("models", "sbert")))) {
      return stored.count();
    }
  }

  private static void wordsAreCountedAndToldWhyTheyDoNotServe(RunningService service)
      throws Exception {
    RunningService.Reply begun = service.call("POST", "/tfidf/train");
    assertEquals(202, begun.status());
    assertEquals(Optional.of("/api/v1/models/training"), begun.location());
    JsonNode end = service.await(status -> status.path("state").asText().equals("done"));
    assertTrue(end.path("message").asText().startsWith("tfidf is what others must beat"));
    assertEquals(404, service.call("POST", "/word2vec/train").status());
    assertEquals(404, service.call("DELETE", "/training").status());
  }

  private static void noFileHoldsTheDiarysWords(Path home) throws IOException {
    try (Stream<Path> stored = Files.walk(home.resolve(Path.of("models", "tfidf")))) {
      assertEquals(
          List.of("days.txt", "model.json", "report.html", "report.json"),
          stored
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .sorted()
              .toList());
    }
  }

  private static void anotherTrainingIsRefused(RunningService service) throws Exception {
    assertEquals(202, service.call("POST", "/sbert/train").status());
    RunningService.Reply second = service.call("POST", "/vae/train");
    assertEquals(409, second.status());
    assertTrue(second.body().contains("Another training is under way"), second.body());
  }

  private static void theVersionIsAnnounced(RunningService service, Path home, String message)
      throws Exception {
    JsonNode model = model(service, "sbert");
    String version = model.path("version").asText();
    assertEquals(message, model.path("reason").asText());
    assertEquals(12.0, model.path("metrics").path("steps").asDouble());
    assertTrue(model.path("metrics").path("peak memory, MiB").asDouble() > 0);
    assertTrue(Files.exists(home.resolve(Path.of("models", "sbert", version, "model.onnx"))));
    assertFalse(Files.exists(home.resolve(Path.of("training", "unfinished"))));
    String report = service.call("GET", "/sbert/" + version + "/report").body();
    assertTrue(report.contains("held-out days"), report);
    assertTrue(service.page("/sbert/" + version + "/report").startsWith("<!"));
  }

  private static void itServesOnceItIsPinnedAndNoMoreOnceItIsRolledBack(RunningService service)
      throws Exception {
    String version = model(service, "sbert").path("version").asText();
    assertEquals(200, service.call("POST", "/sbert/" + version + "/pin").status());
    assertEquals(version, service.models().path("serving").asText());
    assertEquals(200, service.call("POST", "/rollback").status());
    assertEquals("all-minilm-l6-v2-256", service.models().path("serving").asText());
    assertEquals(409, service.call("POST", "/rollback").status());
    assertEquals(404, service.call("POST", "/sbert/no-such-version/pin").status());
  }

  private static JsonNode model(RunningService service, String name) throws Exception {
    for (JsonNode model : service.models().path("models")) {
      if (model.path("name").asText().equals(name)) {
        return model;
      }
    }
    throw new AssertionError(name + " is not announced");
  }

  /// Four themes, each with songs of its own and one that runs through all of them.
  private static void live(EmbeddedBroker broker) {
    TopicCreation.ensure(broker.bootstrapServers());
    Random random = new Random(5);
    try (KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test")) {
      for (int i = 0; i < DAYS; i++) {
        int theme = i % THEMES.size();
        List<String> words = THEMES.get(theme);
        String text =
            "A day of %s and %s, number %d."
                .formatted(words.get(random.nextInt(2)), words.get(2 + random.nextInt(2)), i);
        Moment moment =
            new Moment(
                "owner",
                DAY.plusDays(i),
                text,
                List.of(played("Song " + theme + random.nextInt(3)), played("Always")));
        writer.write(Topics.MOMENTS, moment.key(), moment);
      }
      writer.flush();
    }
  }

  private static SongPlays played(String title) {
    return new SongPlays(new Song(title, "Somebody"), 3, Optional.empty());
  }
}
