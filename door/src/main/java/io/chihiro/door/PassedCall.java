package io.chihiro.door;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call as it goes on to whoever can answer it, and the answer as it comes back: bodies streamed,
/// events one by one, and of the headers those that say what a body is.
public final class PassedCall {
  private static final int EVENT_BYTES = 8192;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
  private static final List<String> ASKED =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT, "Last-Event-ID");
  private static final List<String> ANSWERED =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.LOCATION,
          HttpHeaders.RETRY_AFTER);

  private PassedCall() {}

  /// Where the call goes: its path and query as they were sent.
  public static String path(UriInfo call) {
    String query = call.getRequestUri().getRawQuery();
    return call.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }

  /// The headers that go on.
  ///
  /// @param sent the value of a header of the call, or null
  public static Map<String, String> headers(
      String method, Function<String, @Nullable String> sent) {
    Map<String, String> headers = new HashMap<>();
    for (String header : ASKED) {
      Optional.ofNullable(sent.apply(header))
          .filter(_ -> !header.equals(HttpHeaders.CONTENT_TYPE) || WITH_BODY.contains(method))
          .ifPresent(value -> headers.put(header, value));
    }
    return headers;
  }

  /// The body that goes on; read only once somebody takes it.
  public static BodyPublisher body(String method, Supplier<InputStream> sent) {
    return WITH_BODY.contains(method)
        ? BodyPublishers.ofInputStream(sent)
        : BodyPublishers.noBody();
  }

  /// The answer that comes back.
  public static Response.ResponseBuilder answer(HttpResponse<InputStream> answer) {
    Response.ResponseBuilder response = Response.status(answer.statusCode()).entity(entity(answer));
    for (String header : ANSWERED) {
      answer.headers().firstValue(header).ifPresent(value -> response.header(header, value));
    }
    return response;
  }

  /// Whether an answer is of a type.
  public static boolean isOf(HttpResponse<InputStream> answer, String type) {
    return answer
        .headers()
        .firstValue(HttpHeaders.CONTENT_TYPE)
        .filter(told -> told.startsWith(type))
        .isPresent();
  }

  // What breaks off on its way must not end well: of a stream, the connection is cut.
  private static StreamingOutput entity(HttpResponse<InputStream> answer) {
    return isOf(answer, MediaType.SERVER_SENT_EVENTS)
        ? out -> eachAsItComes(answer.body(), out)
        : out -> copy(answer.body(), out);
  }

  private static void copy(InputStream answer, OutputStream out) throws IOException {
    try (answer) {
      long _ = answer.transferTo(out);
    }
  }

  // Each event goes on as it comes; when the caller has gone, writing fails and the source is
  // closed.
  static void eachAsItComes(InputStream events, OutputStream out) throws IOException {
    try (events) {
      byte[] buffer = new byte[EVENT_BYTES];
      for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }
}
