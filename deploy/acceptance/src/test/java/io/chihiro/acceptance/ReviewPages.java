package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/// Pages of a notebook that a test lays into the watched folder, and what waits of them in review.
final class ReviewPages {
  private static final Duration READING = Duration.ofSeconds(90);

  private final RunningSystem system;
  private final Api api;
  private final String notebook;

  ReviewPages(RunningSystem system, Api api, String notebook) {
    this.system = system;
    this.api = api;
    this.notebook = notebook;
  }

  /// Lays a page into the notebook.
  ///
  /// @param dateLine as written at its head; empty if nothing is
  void lay(String name, LocalDate seed, String dateLine, String text) throws Exception {
    var page = new PhotographedPage(name, seed, dateLine, text, Format.JPEG, Optional.empty(), 1);
    LivedSystem.drop(system, notebook + "/" + name, page.bytes());
  }

  /// Waits until an entry of a page waits in review.
  JsonNode await(String name) throws Exception {
    return Patience.until(READING, name + " is in review", () -> find(name));
  }

  /// What waits of a page.
  Optional<JsonNode> find(String name) throws Exception {
    Optional<JsonNode> review = api.patiently("/api/v1/journal/review");
    if (review.isEmpty()) {
      return Optional.empty();
    }
    for (JsonNode item : review.get().path("items")) {
      boolean isHere = item.path("notebook").asText().equals(notebook);
      if (isHere && item.path("place").asText().equals(name)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /// An entry as it is now, whatever became of it.
  JsonNode entry(String id) throws Exception {
    for (String status : new String[] {"", "?status=discarded"}) {
      for (JsonNode entry : api.get("/api/v1/journal/entries" + status).fine().path("entries")) {
        if (entry.path("id").asText().equals(id)) {
          return entry;
        }
      }
    }
    throw new AssertionError("there is no entry " + id);
  }
}
