package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.training.RunningService.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service as it is shipped, with a real broker and the encoder that ships with the
/// program: how lines are meant is learned from annotations.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LinesIT {
  private static final Map<String, String> SHORT =
      Map.of("CHIHIRO_TRAINING_MOST_STEPS", "70", "CHIHIRO_TRAINING_CHECKPOINT_STEPS", "10");

  @Test
  void whatIsSaidInWordsOfItsOwnIsLearnedAndJudgedByPersonas(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
        KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test")) {
      TopicCreation.ensure(broker.bootstrapServers());
      AnnotatedSongs songs = new AnnotatedSongs(writer);
      Path home = folder.resolve("home");
      try (RunningService service = RunningService.start(broker, home, SHORT)) {
        tooFewAnnotationsAreCounted(songs, service);
        songs.annotate(12);
        withoutPersonasItIsKept(service, home);
        songs.judge();
        withPersonasItIsPromoted(service, home);
      }
    }
  }

  private static void tooFewAnnotationsAreCounted(AnnotatedSongs songs, RunningService service)
      throws Exception {
    songs.annotate(1);

    Reply refused = service.call("POST", "/lines/train");

    assertEquals(422, refused.status());
    assertTrue(refused.body().contains("needs 100 annotations"), refused.body());
    assertTrue(refused.body().contains("there are 12, so 88 are missing"), refused.body());
  }

  private static void withoutPersonasItIsKept(RunningService service, Path home) throws Exception {
    assertEquals(202, service.call("POST", "/lines/train").status());
    JsonNode end = service.await(LinesIT::isDone);
    assertTrue(end.path("message").asText().contains("without personas"), end.toString());
    JsonNode model = model(service);
    assertFalse(model.path("promoted").asBoolean());
    assertFalse(model.path("serving").isTextual());
    assertFalse(Files.exists(home.resolve(Path.of("training", "unfinished"))));
  }

  private static void withPersonasItIsPromoted(RunningService service, Path home) throws Exception {
    assertEquals(202, service.call("POST", "/lines/train").status());
    JsonNode end = service.await(LinesIT::isDone);
    assertTrue(end.path("message").asText().startsWith("lines is promoted"), end.toString());
    JsonNode model = model(service);
    String version = model.path("version").asText();
    assertEquals(version, model.path("serving").asText());
    assertEquals("lines", model.path("kind").asText().toLowerCase(Locale.ROOT));
    assertEquals("all-minilm-l6-v2-256", service.models().path("serving").asText());
    JsonNode metrics = model.path("metrics");
    assertTrue(
        metrics.path("map@10, lines").asDouble() > metrics.path("map@10, base").asDouble() + 0.2,
        metrics.toString());
    opens(home.resolve(Path.of("models", "lines", version)));
    String report = service.call("GET", "/lines/" + version + "/report").body();
    assertTrue(report.contains("mean reciprocal rank"), report);
    assertFalse(report.contains(AnnotatedSongs.persona(0, 0)), report);
    assertTrue(service.page("/lines/" + version + "/report").contains("MAP@10"));
  }

  private static void opens(Path stored) {
    try (TextEncoder asking = ModelFolder.read(stored).verify().encoder(1, Precision.INT8)) {
      assertEquals(384, asking.encode("salt").length);
    }
  }

  private static boolean isDone(JsonNode status) {
    return status.path("state").asText().equals("done");
  }

  private static JsonNode model(RunningService service) throws Exception {
    for (JsonNode model : service.models().path("models")) {
      if (model.path("name").asText().equals("lines")) {
        return model;
      }
    }
    throw new AssertionError("lines is not announced");
  }
}
