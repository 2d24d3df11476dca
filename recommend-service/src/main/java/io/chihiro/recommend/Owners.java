package io.chihiro.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.RefusedException;
import io.chihiro.door.Replay;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks the one service that writes a topic to put records back onto it.
@ApplicationScoped
public class Owners {
  private static final int FINE = 200;

  private final Neighbours neighbours;
  private final RecommendSettings settings;
  private final ObjectMapper json;

  public Owners(Neighbours neighbours, RecommendSettings settings, ObjectMapper json) {
    this.neighbours = neighbours;
    this.settings = settings;
    this.json = json;
  }

  /// Who writes a topic, and where that service puts records back.
  private record Owner(String service, List<URI> copies, String replay) {}

  /// Puts back what came from one place.
  ///
  /// @param origin a topic, `bucket` or `upload`
  /// @return of each that stays, why
  /// @throws RefusedException if the owner cannot be reached
  Map<String, String> replay(String origin, List<String> ids) throws InterruptedException {
    if (origin.equals("models") || origin.equals("feedback") || origin.equals("unknown")) {
      return all(ids, "What came from here cannot be put back; put it away.");
    }
    Owner owner = of(origin);
    try {
      HttpResponse<InputStream> answer =
          neighbours.ask(
              owner.service(),
              owner.copies(),
              owner.replay(),
              "POST",
              Map.of("Content-Type", "application/json"),
              BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("ids", ids))));
      try (InputStream body = answer.body()) {
        return answer.statusCode() == FINE
            ? json.readValue(body, Replay.Outcome.class).left()
            : all(ids, owner.service() + " cannot put this back just now; try again soon.");
      }
    } catch (IOException e) {
      throw RefusedException.notNow(owner.service() + " broke off in the middle of its answer.");
    }
  }

  private static Map<String, String> all(List<String> ids, String why) {
    Map<String, String> left = new LinkedHashMap<>();
    ids.forEach(id -> left.put(id, why));
    return left;
  }

  private Owner of(String origin) {
    if (origin.startsWith("journal-") || origin.equals("bucket") || origin.equals("upload")) {
      return owner("ocr-service", settings.ocr(), "journal");
    }
    return origin.equals("vectors")
        ? owner("embedding-service", settings.embedding(), "vectors")
        : owner("ingest-service", settings.ingest(), "plays");
  }

  private static Owner owner(String service, RecommendSettings.Service at, String part) {
    return new Owner(service, at.url(), "/api/v1/" + part + "/rejected/replay");
  }
}
