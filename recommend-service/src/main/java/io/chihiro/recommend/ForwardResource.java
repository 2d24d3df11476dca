package io.chihiro.recommend;

import io.chihiro.door.PassedCall;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Hands calls on to the service that owns what they are about, bodies and answers streamed, events
/// one by one.
@Path("/api/v1/{part: journal|plays|songs/imports|models|vectors}{rest: (/.*)?}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ForwardResource {
  /// A model's report is one page with its styles and pictures inside, and runs nothing.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " sandbox";

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
    HttpResponse<InputStream> answer =
        neighbours.ask(
            owner(part),
            PassedCall.path(call),
            method,
            PassedCall.headers(method, headers::getHeaderString),
            body);
    Response.ResponseBuilder response = PassedCall.answer(answer);
    if (PassedCall.isOf(answer, MediaType.TEXT_HTML)) {
      response.header("Content-Security-Policy", REPORT_POLICY);
    }
    return response.build();
  }

  private static Neighbour owner(String part) {
    return switch (part) {
      case "journal" -> Neighbour.OCR;
      case "plays", "songs/imports" -> Neighbour.INGEST;
      case "vectors" -> Neighbour.EMBEDDING;
      default -> Neighbour.TRAINING;
    };
  }
}
