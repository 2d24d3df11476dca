package io.chihiro.recommend;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
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

/// Hands calls on to the service that owns what they are about, bodies and answers streamed, events
/// one by one.
@Path("/api/v1/{part: journal|plays|models|vectors}{rest: (/.*)?}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ForwardResource {
  private static final int EVENT_BYTES = 8192;

  /// A model's report is one page with its styles and pictures inside, and runs nothing.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " sandbox";

  private static final Set<String> BODIES = Set.of("POST", "PUT");
  private static final List<String> ASKED =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT, "Last-Event-ID");
  private static final List<String> ANSWERED =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.LOCATION,
          HttpHeaders.RETRY_AFTER);

  private final Neighbours neighbours;

  public ForwardResource(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  @GET
  public Response get(@Context UriInfo call, @Context HttpHeaders headers, String part)
      throws InterruptedException {
    return forward(call, headers, part, "GET", BodyPublishers.noBody());
  }

  @DELETE
  public Response delete(@Context UriInfo call, @Context HttpHeaders headers, String part)
      throws InterruptedException {
    return forward(call, headers, part, "DELETE", BodyPublishers.noBody());
  }

  @POST
  public Response post(
      @Context UriInfo call, @Context HttpHeaders headers, String part, InputStream body)
      throws InterruptedException {
    return forward(call, headers, part, "POST", BodyPublishers.ofInputStream(() -> body));
  }

  @PUT
  public Response put(
      @Context UriInfo call, @Context HttpHeaders headers, String part, InputStream body)
      throws InterruptedException {
    return forward(call, headers, part, "PUT", BodyPublishers.ofInputStream(() -> body));
  }

  private Response forward(
      UriInfo call, HttpHeaders headers, String part, String method, BodyPublisher body)
      throws InterruptedException {
    String path = call.getRequestUri().getRawPath() + query(call);
    HttpResponse<InputStream> answer =
        neighbours.ask(owner(part), path, method, asked(headers, method), body);
    Response.ResponseBuilder response = Response.status(answer.statusCode()).entity(entity(answer));
    for (String header : ANSWERED) {
      answer.headers().firstValue(header).ifPresent(value -> response.header(header, value));
    }
    if (isOf(answer, MediaType.TEXT_HTML)) {
      response.header("Content-Security-Policy", REPORT_POLICY);
    }
    return response.build();
  }

  private static Map<String, String> asked(HttpHeaders headers, String method) {
    Map<String, String> forwarded = new HashMap<>();
    for (String header : ASKED) {
      Optional.ofNullable(headers.getHeaderString(header))
          .filter(_ -> !header.equals(HttpHeaders.CONTENT_TYPE) || BODIES.contains(method))
          .ifPresent(value -> forwarded.put(header, value));
    }
    return forwarded;
  }

  // What breaks off on its way must not end well: of a stream, the connection is cut.
  private static StreamingOutput entity(HttpResponse<InputStream> answer) {
    return isOf(answer, MediaType.SERVER_SENT_EVENTS)
        ? out -> passOn(answer.body(), out)
        : out -> copy(answer.body(), out);
  }

  private static void copy(InputStream answer, OutputStream out) throws IOException {
    try (answer) {
      long _ = answer.transferTo(out);
    }
  }

  private static boolean isOf(HttpResponse<InputStream> answer, String type) {
    return answer
        .headers()
        .firstValue(HttpHeaders.CONTENT_TYPE)
        .filter(told -> told.startsWith(type))
        .isPresent();
  }

  // Each event goes on as it comes; when the caller has gone, writing fails and the source is
  // closed.
  static void passOn(InputStream events, OutputStream out) throws IOException {
    try (events) {
      byte[] buffer = new byte[EVENT_BYTES];
      for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }

  private static String query(UriInfo call) {
    String query = call.getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }

  private static Neighbour owner(String part) {
    return switch (part) {
      case "journal" -> Neighbour.OCR;
      case "plays" -> Neighbour.INGEST;
      case "vectors" -> Neighbour.EMBEDDING;
      default -> Neighbour.TRAINING;
    };
  }
}
