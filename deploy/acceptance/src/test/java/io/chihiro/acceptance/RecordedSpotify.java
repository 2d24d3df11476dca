package io.chihiro.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Spotify's accounts and API on this machine: one login, and a song that was repeated.
final class RecordedSpotify implements AutoCloseable {
  private final HttpServer server;
  private volatile Instant lastPlay;
  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// One that tells four plays of a song, the last of which ended then.
  RecordedSpotify(Instant lastPlay) throws IOException {
    this.lastPlay = lastPlay;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// From now on the last of the four plays that it tells ended then.
  void tells(Instant lastPlay) {
    this.lastPlay = lastPlay;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Paths that were asked for.
  List<String> asked() {
    return asked;
  }

  /// The owner says yes; where the browser is sent to.
  String agree(String authorize) {
    Map<String, String> query = fields(URI.create(authorize).getRawQuery());
    challenges.put("a-code", query.getOrDefault("code_challenge", ""));
    return query.get("redirect_uri") + "?code=a-code&state=" + query.get("state");
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    asked.add(path);
    String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String token = call.getRequestHeaders().getFirst("Authorization");
    boolean known = "Bearer an-access-token".equals(token);
    switch (path) {
      case "/api/token" -> token(call, form);
      case "/v1/me/player/recently-played" -> send(call, known ? 200 : 401, recent());
      case "/v1/me/player" -> send(call, known ? 200 : 401, player());
      case "/v1/me/playlists" -> send(call, known ? 200 : 401, "{\"items\":[],\"next\":null}");
      default -> send(call, 404, "{}");
    }
  }

  private void token(HttpExchange call, String form) throws IOException {
    Map<String, String> fields = fields(form);
    String challenge = challenge(fields.getOrDefault("code_verifier", ""));
    boolean right = challenge.equals(challenges.remove(fields.getOrDefault("code", "")));
    send(
        call,
        right ? 200 : 400,
        right
            ? """
              {"access_token":"an-access-token","refresh_token":"a-refresh-token",
               "token_type":"Bearer","expires_in":3600}
              """
            : "{\"error\":\"invalid_grant\"}");
  }

  private String recent() {
    return IntStream.range(0, 4)
        .mapToObj(play -> lastPlay.minus(Duration.ofMinutes(4L * play)))
        .map(
            ended ->
                """
                {"track":{"name":"Salt Water","type":"track","duration_ms":214000,
                 "uri":"spotify:track:4uLU6","artists":[{"name":"The Harbour Lights"}]},
                 "played_at":"%s"}
                """
                    .formatted(ended))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static String player() {
    return """
    {"device":{"is_private_session":false},"is_playing":true,"progress_ms":1000,
     "item":{"name":"Night Bus","type":"track","duration_ms":200000,
     "artists":[{"name":"Ana Moura"}]}}
    """;
  }

  private static void send(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static Map<String, String> fields(String encoded) {
    return Stream.of(encoded.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
