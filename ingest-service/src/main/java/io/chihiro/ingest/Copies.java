package io.chihiro.ingest;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.door.ServiceToken;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The copies of this service: which one a call belongs to, and how another one is asked.
///
/// A user's plays and days are where the topology has their partition; what lies in files is where
/// the home is held.
@ApplicationScoped
public class Copies {
  /// On a call that another copy has passed on.
  public static final String PASSED_ON = "X-Chihiro-Passed-On";

  private static final String PLAYS = "/api/v1/plays";
  private static final String SONG_IMPORTS = "/api/v1/songs/imports";
  private static final String ERASURES = "/api/v1/erasures";
  private static final List<String> IN_FILES =
      List.of(
          PLAYS + "/imports",
          PLAYS + "/sources",
          PLAYS + "/lyrics",
          SONG_IMPORTS,
          ERASURES + "/files");
  private static final List<String> SHARED = List.of(PLAYS, SONG_IMPORTS, ERASURES);
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final RunTopology topology;
  private final HoldHome home;
  private final ServiceToken token;
  private final String own;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  public Copies(RunTopology topology, HoldHome home, ServiceToken token, IngestSettings settings) {
    this.topology = topology;
    this.home = home;
    this.token = token;
    this.own = settings.ingest().address();
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /// The copy that a call belongs to, as `host:port`; this one where any can answer.
  ///
  /// @throws RefusedException if nobody works with the files just now
  public String of(String path, String user) {
    if (SHARED.stream().noneMatch(path::startsWith)) {
      return own;
    }
    if (IN_FILES.stream().noneMatch(path::startsWith)) {
      return topology.copyWith(user).orElse(own);
    }
    return home.isOurs()
        ? own
        : home.holder().orElseThrow(() -> notNow("No copy works with the imports yet"));
  }

  /// Whether this is the address of this copy.
  public boolean isThis(String copy) {
    return copy.equals(own);
  }

  /// Every other copy that shares the work or holds the files.
  public List<String> others() {
    return Stream.concat(topology.copies().stream(), home.holder().stream())
        .filter(copy -> !isThis(copy))
        .distinct()
        .toList();
  }

  /// Asks another copy in somebody's name, and hands back its answer as it comes; the caller closes
  /// it.
  ///
  /// @param path with its query
  /// @throws RefusedException if it cannot be reached
  public HttpResponse<InputStream> ask(
      String copy,
      Identity identity,
      String path,
      String method,
      Map<String, String> headers,
      BodyPublisher body)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + copy + path)).method(method, body);
    token.headers(identity.user(), identity.role()).forEach(request::header);
    headers.forEach(request::header);
    request.header(PASSED_ON, own);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw notNow("The copy of this service that has it cannot be reached just now");
    }
  }

  private static RefusedException notNow(String why) {
    return RefusedException.notNow(why + "; another one takes over by itself, try again soon.");
  }
}
