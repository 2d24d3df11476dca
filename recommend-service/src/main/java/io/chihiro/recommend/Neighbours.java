package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.door.ServiceToken;
import io.chihiro.tracing.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Speaks with the services behind this front door, in the name of whoever calls.
@ApplicationScoped
public class Neighbours {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  // As long as the launcher waits for the whole; an export of many years begins late.
  private static final Duration BEGIN = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(Neighbours.class);

  private final RecommendSettings settings;
  private final ServiceToken token;
  private final Caller caller;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final Map<Neighbour, URI> reached = new ConcurrentHashMap<>();

  public Neighbours(RecommendSettings settings, ServiceToken token, Caller caller) {
    this.settings = settings;
    this.token = token;
    this.caller = caller;
  }

  /// Asks another service in the name of whoever calls, and hands back its answer as it comes; the
  /// caller closes it.
  ///
  /// @param path with its query
  /// @param headers that go with the call
  /// @throws RefusedException if the service cannot be reached
  HttpResponse<InputStream> ask(
      Neighbour service,
      String path,
      String method,
      Map<String, String> headers,
      BodyPublisher body)
      throws InterruptedException {
    return ask(caller.identity(), service, path, method, headers, body);
  }

  /// The same in somebody's name.
  ///
  /// @param identity in whose name
  /// @throws RefusedException if the service cannot be reached
  HttpResponse<InputStream> ask(
      Identity identity,
      Neighbour service,
      String path,
      String method,
      Map<String, String> headers,
      BodyPublisher body)
      throws InterruptedException {
    for (URI copy : order(service)) {
      HttpRequest.Builder request = request(copy.resolve(path), method, body);
      token.headers(identity.user(), identity.role()).forEach(request::header);
      headers.forEach(request::header);
      Tracing.get().current().ifPresent(step -> request.header(Tracing.HEADER, step));
      try {
        HttpResponse<InputStream> answer =
            client.send(request.build(), BodyHandlers.ofInputStream());
        reached.put(service, copy);
        return answer;
      } catch (ConnectException | HttpConnectTimeoutException _) {
        // Nothing of the call was sent: another copy may have it.
        LOG.debugf("%s is not at %s", service.title(), copy);
      } catch (IOException e) {
        break;
      }
    }
    throw RefusedException.notNow(
        service.title()
            + " cannot be reached just now; it is restarted by itself, try again soon.");
  }

  // Whoever answered last is asked first.
  private List<URI> order(Neighbour service) {
    List<URI> order = new ArrayList<>(service.copies(settings));
    Optional.ofNullable(reached.get(service))
        .ifPresent(
            last -> {
              order.remove(last);
              order.addFirst(last);
            });
    return order;
  }

  // An upload takes as long as its sender takes.
  static HttpRequest.Builder request(URI address, String method, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body);
    return body.contentLength() == 0 ? request.timeout(BEGIN) : request;
  }
}
