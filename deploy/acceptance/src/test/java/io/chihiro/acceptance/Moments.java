package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.ExpectedMoment.SongCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The moments that the API tells, in the words of the independent count.
final class Moments {
  private Moments() {}

  /// All of a stretch of days, the first and the last included.
  static List<ExpectedMoment> between(Api api, LocalDate from, LocalDate to) throws Exception {
    List<ExpectedMoment> moments = new ArrayList<>();
    for (JsonNode moment : told(api, from, to)) {
      List<SongCount> songs = new ArrayList<>();
      for (JsonNode song : moment.path("songs")) {
        songs.add(
            new SongCount(
                song.path("title").asText(),
                song.path("artist").asText(),
                song.path("plays").asInt()));
      }
      moments.add(new ExpectedMoment(LocalDate.parse(moment.path("date").asText()), songs));
    }
    return moments;
  }

  /// A day's moment as told, if it has one.
  static Optional<JsonNode> on(Api api, LocalDate day) throws Exception {
    return Optional.ofNullable(told(api, day, day).get(0));
  }

  private static JsonNode told(Api api, LocalDate from, LocalDate to) throws Exception {
    return api.get("/api/v1/moments?from=" + from + "&to=" + to).fine().path("moments");
  }
}
