package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.door.ServiceToken;
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

  private static final Logger LOG = Logger.getLogger(Neighbours.class);

  private final ServiceToken token;
  private final Caller caller;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final Map<List<URI>, URI> reached = new ConcurrentHashMap<>();

  public Neighbours(ServiceToken token, Caller caller) {
    this.token = token;
    this.caller = caller;
  }

  /// Asks another service in the name of whoever calls, and hands back its answer as it comes; the
  /// caller closes it.
  ///
  /// @param copies the addresses at which it may be
  /// @param path with its query
  /// @param headers that go with the call
  /// @throws RefusedException if the service cannot be reached
  HttpResponse<InputStream> ask(
      String service,
      List<URI> copies,
      String path,
      String method,
      Map<String, String> headers,
      BodyPublisher body)
      throws InterruptedException {
    return ask(caller.identity(), service, copies, path, method, headers, body);
  }

  /// The same in somebody's name.
  ///
  /// @param identity in whose name
  /// @throws RefusedException if the service cannot be reached
  HttpResponse<InputStream> ask(
      Identity identity,
      String service,
      List<URI> copies,
      String path,
      String method,
      Map<String, String> headers,
      BodyPublisher body)
      throws InterruptedException {
    for (URI copy : order(copies)) {
      HttpRequest.Builder request = HttpRequest.newBuilder(copy.resolve(path)).method(method, body);
      token.headers(identity.user(), identity.role()).forEach(request::header);
      headers.forEach(request::header);
      try {
        HttpResponse<InputStream> answer =
            client.send(request.build(), BodyHandlers.ofInputStream());
        reached.put(copies, copy);
        return answer;
      } catch (ConnectException | HttpConnectTimeoutException _) {
        // Nothing of the call was sent: another copy may have it.
        LOG.debugf("%s is not at %s", service, copy);
      } catch (IOException e) {
        break;
      }
    }
    throw RefusedException.notNow(
        service + " cannot be reached just now; it is restarted by itself, try again soon.");
  }

  // Whoever answered last is asked first.
  private List<URI> order(List<URI> copies) {
    List<URI> order = new ArrayList<>(copies);
    Optional.ofNullable(reached.get(copies))
        .ifPresent(
            last -> {
              order.remove(last);
              order.addFirst(last);
            });
    return order;
  }
}
