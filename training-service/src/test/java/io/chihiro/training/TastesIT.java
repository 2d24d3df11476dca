package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.TasteAgreed;
import io.chihiro.events.TextHash;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.models.tastes.ItemWeights.Suggested;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.training.RunningService.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service as it is shipped, with a real broker: what people like one love is learned
/// from those who agree, and from nobody else.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TastesIT {
  private static final Instant BEGIN = Instant.parse("2022-01-01T12:00:00Z");
  private static final Duration LENGTH = Duration.ofMinutes(3);
  private static final String TASTES = "tastes";
  private static final int EACH = 12;
  private static final int SONGS = 20;

  /// Plays something that all others would be told of, and does not agree.
  private static final String QUIET = "quiet";

  @Test
  void whoAgreesIsLearnedFromAndAWithdrawalTakesTheVersionAway(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
        KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test")) {
      TopicCreation.ensure(broker.bootstrapServers());
      Path home = folder.resolve("home");
      try (RunningService service = RunningService.start(broker, home, Map.of())) {
        tooFewPeopleAreCounted(service);
        live(writer);
        JsonNode first = tastesArePromoted(service, home);
        withdrawn(writer, service, home, first.path("version").asText());
      }
    }
  }

  private static void tooFewPeopleAreCounted(RunningService service) throws Exception {
    Reply refused = service.call("POST", "/tastes/train");

    assertEquals(422, refused.status());
    assertTrue(refused.body().contains("needs 10 people who agree"), refused.body());
    assertTrue(refused.body().contains("there are 0, so 10 are missing"), refused.body());
  }

  private static JsonNode tastesArePromoted(RunningService service, Path home) throws Exception {
    assertEquals(202, service.call("POST", "/tastes/train").status());
    JsonNode end = service.await(status -> status.path("state").asText().equals("done"));
    assertTrue(end.path("message").asText().contains(" answers: "), end.toString());
    JsonNode model = model(service).orElseThrow();
    assertEquals(model.path("version"), model.path("serving"));
    assertEquals(2 * EACH, model.path("metrics").path("people").asInt());
    Path stored = home.resolve(Path.of("models", TASTES, model.path("version").asText()));
    SharedTastes tastes = read(stored);
    Set<String> own = Set.of(id("sea", 1), id("sea", 2), id("sea", 3));
    List<Suggested> found = tastes.weights().suggest(own, _ -> true, 5, 3);
    assertTrue(
        found.stream().allMatch(each -> each.item().title().startsWith("sea ")), found.toString());
    assertEquals(2 * EACH, Files.readAllLines(stored.resolve("people.txt")).size());
    assertFalse(Files.readString(stored.resolve("people.txt")).contains(QUIET));
    String report = service.call("GET", "/tastes/" + stored.getFileName() + "/report").body();
    assertTrue(report.contains("most-popular") && report.contains("artist Gini"), report);
    assertFalse(report.contains("sea-1"), "a report names nobody");
    return model;
  }

  private static void withdrawn(
      KafkaEventWriter writer, RunningService service, Path home, String version) throws Exception {
    writer.delete(Topics.TASTE_AGREEMENTS, TasteAgreed.keyOf("sea-1"));
    writer.flush();

    // It is announced a moment before the training has its end.
    JsonNode _ =
        service.await(
            status ->
                status.path("state").asText().equals("done") && isTrainedAnew(service, version));

    Path versions = home.resolve(Path.of("models", TASTES));
    assertFalse(Files.exists(versions.resolve(version)), "its files have gone");
    JsonNode model = model(service).orElseThrow();
    Path people = versions.resolve(model.path("version").asText()).resolve("people.txt");
    assertFalse(Files.readAllLines(people).contains("sea-1"));
    assertEquals(2 * EACH - 1, Files.readAllLines(people).size());
  }

  private static boolean isTrainedAnew(RunningService service, String version) {
    try {
      return model(service)
          .filter(model -> !model.path("version").asText().equals(version))
          .isPresent();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static SharedTastes read(Path stored) {
    return SharedTastes.read(
        stored.resolve(SharedTastes.SONGS), stored.resolve(SharedTastes.WEIGHTS));
  }

  private static Optional<JsonNode> model(RunningService service) throws Exception {
    return service
        .models()
        .path("models")
        .valueStream()
        .filter(model -> model.path("name").asText().equals(TASTES))
        .findFirst();
  }

  /// Two dozen people of two kinds, each of whom plays four fifths of the songs of their kind.
  private static void live(KafkaEventWriter writer) {
    for (String kind : List.of("sea", "city")) {
      for (int person = 1; person <= EACH; person++) {
        String user = kind + "-" + person;
        int first = person;
        listen(
            writer,
            user,
            IntStream.range(0, SONGS * 4 / 5).mapToObj(i -> kind + " " + (first + 7 * i) % SONGS));
        writer.write(
            Topics.TASTE_AGREEMENTS, TasteAgreed.keyOf(user), new TasteAgreed(user, BEGIN));
      }
    }
    listen(writer, QUIET, IntStream.range(0, SONGS).mapToObj(i -> "sea " + i));
    writer.flush();
  }

  private static void listen(KafkaEventWriter writer, String user, Stream<String> titles) {
    Instant end = BEGIN;
    for (String title : titles.toList()) {
      end = end.plus(Duration.ofHours(5));
      Song song = new Song(title, "Somebody");
      SongDescribed described = described(user, song);
      writer.write(Topics.SONGS, described.key(), described);
      TrackPlayed play = played(user, song, end);
      writer.write(Topics.PLAYS, play.key(), play);
    }
  }

  private static String id(String kind, int number) {
    return id(new Song(kind + " " + number, "Somebody"));
  }

  private static String id(Song song) {
    return TextHash.of(song.identity()).substring(0, 20);
  }

  private static SongDescribed described(String user, Song song) {
    return SongDescribed.listed(user, id(song), song);
  }

  private static TrackPlayed played(String user, Song song, Instant end) {
    return new TrackPlayed(
        user,
        "export-" + end.toEpochMilli(),
        song,
        Optional.empty(),
        Optional.empty(),
        end,
        LENGTH.toMillis(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
