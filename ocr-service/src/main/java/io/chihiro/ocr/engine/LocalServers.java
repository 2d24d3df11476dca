package io.chihiro.ocr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Vision servers that answer on this machine though nobody has named them: looked for only when
/// the owner looks, asked only for the names of their models, and used only once confirmed.
public final class LocalServers {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final int OK = 200;
  private static final long ANSWER_BYTES = 1024L * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A server that may be used if its owner wants that.
  ///
  /// @param models it says it has; which of them see, it does not say
  public record Offered(String baseUrl, List<String> models) {
    public Offered {
      models = List.copyOf(models);
    }
  }

  private final HttpClient client;
  private final List<Integer> ports;

  LocalServers(HttpClient client, List<Integer> ports) {
    this.client = client;
    this.ports = List.copyOf(ports);
  }

  /// Those that answer now, in the order of the ports.
  public List<Offered> offered() throws InterruptedException {
    var exchanges = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
    for (var port : ports) {
      var base = "http://127.0.0.1:" + port;
      exchanges.put(base, client.sendAsync(models(base), body()));
    }
    var offered = new ArrayList<Offered>();
    for (Map.Entry<String, CompletableFuture<HttpResponse<String>>> each : exchanges.entrySet()) {
      answer(each.getValue())
          .flatMap(this::names)
          .map(names -> new Offered(each.getKey(), names))
          .ifPresent(offered::add);
    }
    return offered;
  }

  private static HttpRequest models(String base) {
    return HttpRequest.newBuilder(URI.create(base + "/v1/models")).timeout(PATIENCE).build();
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), ANSWER_BYTES);
  }

  private static Optional<String> answer(CompletableFuture<HttpResponse<String>> exchange)
      throws InterruptedException {
    try {
      var answer = exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(answer).filter(each -> each.statusCode() == OK).map(HttpResponse::body);
    } catch (ExecutionException | TimeoutException nobody) {
      // most ports of most machines: there is no server
      return Optional.empty();
    } finally {
      exchange.cancel(true);
    }
  }

  /// What answers with anything but a list of models is another kind of server.
  private Optional<List<String>> names(String body) {
    try {
      var names = new ArrayList<String>();
      for (JsonNode model : JSON.readTree(body).path("data")) {
        names.add(model.path("id").asText());
      }
      names.removeIf(String::isBlank);
      return Optional.<List<String>>of(names).filter(list -> !list.isEmpty());
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }
}
