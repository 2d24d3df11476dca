package io.chihiro.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.RefusedException;
import io.chihiro.door.ReplayOutcome;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the one service that writes a topic to put records back onto it.
@ApplicationScoped
public class TopicWriters {
  private static final int FINE = 200;

  private static final Map<Topic<?>, Neighbour> WRITERS =
      Map.ofEntries(
          Map.entry(Topics.JOURNAL_PAGES, Neighbour.OCR),
          Map.entry(Topics.JOURNAL_ENTRIES, Neighbour.OCR),
          Map.entry(Topics.JOURNAL_SETTINGS, Neighbour.OCR),
          Map.entry(Topics.PLAYS, Neighbour.INGEST),
          Map.entry(Topics.PLAY_CORRECTIONS, Neighbour.INGEST),
          Map.entry(Topics.SONG_LISTINGS, Neighbour.INGEST),
          Map.entry(Topics.LYRICS, Neighbour.INGEST),
          Map.entry(Topics.SONGS, Neighbour.INGEST),
          Map.entry(Topics.SONG_ALIASES, Neighbour.INGEST),
          Map.entry(Topics.PLAYLISTS, Neighbour.INGEST),
          Map.entry(Topics.ANNOTATIONS, Neighbour.INGEST),
          Map.entry(Topics.PERSONAS, Neighbour.INGEST),
          Map.entry(Topics.LISTENING_RULES, Neighbour.INGEST),
          Map.entry(Topics.MOMENTS, Neighbour.INGEST),
          Map.entry(Topics.VECTORS, Neighbour.EMBEDDING),
          Map.entry(Topics.SONG_VECTORS, Neighbour.EMBEDDING));

  private final Neighbours neighbours;
  private final ObjectMapper json;

  public TopicWriters(Neighbours neighbours, ObjectMapper json) {
    this.neighbours = neighbours;
    this.json = json;
  }

  /// Puts back what came from one place.
  ///
  /// @param origin a topic, `bucket` or `upload`
  /// @return of each that stays, why
  /// @throws RefusedException if the owner cannot be reached
  Map<String, String> replay(String origin, List<String> ids) throws InterruptedException {
    Optional<Neighbour> writer = of(origin);
    if (writer.isEmpty()) {
      return all(ids, "What came from here cannot be put back; put it away.");
    }
    return replay(writer.get(), ids);
  }

  private Map<String, String> replay(Neighbour writer, List<String> ids)
      throws InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          neighbours.ask(
              writer,
              "/api/v1/" + part(writer) + "/rejected/replay",
              "POST",
              Map.of("Content-Type", "application/json"),
              BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("ids", ids))));
      try (InputStream body = answer.body()) {
        return answer.statusCode() == FINE
            ? json.readValue(body, ReplayOutcome.class).left()
            : all(ids, writer.title() + " cannot put this back just now; try again soon.");
      }
    } catch (IOException e) {
      throw RefusedException.notNow(writer.title() + " broke off in the middle of its answer.");
    }
  }

  private static Map<String, String> all(List<String> ids, String why) {
    Map<String, String> left = new LinkedHashMap<>();
    ids.forEach(id -> left.put(id, why));
    return left;
  }

  // Empty for what this service writes itself, for models, and for what nobody knows.
  private static Optional<Neighbour> of(String origin) {
    if (origin.equals("bucket") || origin.equals("upload")) {
      return Optional.of(Neighbour.OCR);
    }
    return Topics.ALL.stream()
        .filter(topic -> topic.name().equals(origin))
        .findFirst()
        .flatMap(TopicWriters::of);
  }

  private static Optional<Neighbour> of(Topic<?> topic) {
    return Optional.ofNullable(WRITERS.get(topic));
  }

  private static String part(Neighbour writer) {
    return switch (writer) {
      case OCR -> "journal";
      case INGEST -> "plays";
      case EMBEDDING -> "vectors";
      case TRAINING -> "models";
    };
  }
}
