package io.chihiro.bench;

import io.chihiro.models.tastes.text.KeptSummaries;
import io.chihiro.models.tastes.text.OpenAiSummaries;
import io.chihiro.models.tastes.text.Summaries;
import io.chihiro.models.tastes.text.SummaryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Summaries of songs, if the environment names a server that makes them: titles, artists and
/// lyrics leave this machine for nobody otherwise.
///
/// @param wanted whether there are any
record TasteSummaries(boolean wanted, Summaries summaries) {
  private static final String URL = "CHIHIRO_SUMMARIES_URL";
  private static final String MODEL = "CHIHIRO_SUMMARIES_MODEL";
  private static final String KEY = "CHIHIRO_SUMMARIES_KEY";
  private static final String HOME = "CHIHIRO_HOME";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  static TasteSummaries ofEnvironment() {
    return of(System.getenv());
  }

  /// @throws IllegalArgumentException if a server is named but no model
  static TasteSummaries of(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "");
    if (url.isBlank()) {
      return new TasteSummaries(false, Summaries.none());
    }
    String model = environment.getOrDefault(MODEL, "");
    if (model.isBlank()) {
      throw new IllegalArgumentException(
          URL + " names a server, and " + MODEL + " no model that it has.");
    }
    Optional<String> key =
        Optional.of(environment.getOrDefault(KEY, "")).filter(each -> !each.isBlank());
    SummaryServer server = new SummaryServer(URI.create(url), model, key);
    Path kept = Path.of(environment.getOrDefault(HOME, ".chihiro"), "summaries");
    return new TasteSummaries(
        true, new KeptSummaries(kept, model, new OpenAiSummaries(client(), server)));
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
