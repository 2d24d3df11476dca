package io.chihiro.ingest.web;

import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The JDK's own client: no redirect is followed, because a header may hold a token, and nothing
/// but loopback is asked without TLS. Thread-safe.
public final class JdkWeb implements Web, AutoCloseable {
  private static final String AGENT = "Chihiro/0.1 (a music diary at home)";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final Duration patience;
  private final HttpClient client;

  /// A client.
  ///
  /// @param patience how long a whole answer may take, its body included
  public JdkWeb(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public Reply ask(Ask ask) throws InterruptedException {
    if (!safe(ask.address())) {
      throw new IllegalArgumentException("only https may be asked: " + ask);
    }
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request(ask), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    try {
      // The client's own limit ends at the headers; a body that trickles would hang for ever.
      return answered(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return new Silent("did not answer within " + patience.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      return new Silent(why(Optional.ofNullable(e.getCause()).orElse(e)));
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean safe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && LOOPBACK.contains(Optional.ofNullable(address.getHost()).orElse("")));
  }

  private static HttpRequest request(Ask ask) {
    HttpRequest.Builder request = HttpRequest.newBuilder(ask.address()).header("User-Agent", AGENT);
    ask.headers().forEach(request::header);
    return ask.method().equals("GET")
        ? request.GET().build()
        : request.method(ask.method(), BodyPublishers.ofString(ask.body())).build();
  }

  private static Answered answered(HttpResponse<String> response) {
    Map<String, String> headers =
        response.headers().map().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> header.getValue().getFirst(),
                    (first, _) -> first));
    return new Answered(response.statusCode(), headers, response.body());
  }

  // Messages of the client may quote an address with a key in it.
  private static String why(Throwable failure) {
    return switch (failure) {
      case ConnectException _ -> "cannot be reached";
      case UnknownHostException _ -> "cannot be found";
      default -> "broke off its answer";
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
