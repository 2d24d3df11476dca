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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/// Hands calls on to the service that owns what they are about, bodies and answers streamed.
@Path("/api/v1/{part: journal|plays|models}{rest: (/.*)?}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class ForwardResource {
  private final Neighbours neighbours;
  private final RecommendSettings settings;

  public ForwardResource(Neighbours neighbours, RecommendSettings settings) {
    this.neighbours = neighbours;
    this.settings = settings;
  }

  @GET
  public Response get(@Context UriInfo call, String part) throws InterruptedException {
    return forward(call, part, "GET", Optional.empty(), BodyPublishers.noBody());
  }

  @DELETE
  public Response delete(@Context UriInfo call, String part) throws InterruptedException {
    return forward(call, part, "DELETE", Optional.empty(), BodyPublishers.noBody());
  }

  @POST
  public Response post(
      @Context UriInfo call, @Context HttpHeaders headers, String part, InputStream body)
      throws InterruptedException {
    return forward(call, part, "POST", type(headers), BodyPublishers.ofInputStream(() -> body));
  }

  @PUT
  public Response put(
      @Context UriInfo call, @Context HttpHeaders headers, String part, InputStream body)
      throws InterruptedException {
    return forward(call, part, "PUT", type(headers), BodyPublishers.ofInputStream(() -> body));
  }

  private Response forward(
      UriInfo call, String part, String method, Optional<String> type, BodyPublisher body)
      throws InterruptedException {
    URI address = owner(part).resolve(call.getRequestUri().getRawPath() + query(call));
    HttpResponse<InputStream> answer =
        neighbours.ask(serviceName(part), address, method, type, body);
    Response.ResponseBuilder response = Response.status(answer.statusCode()).entity(answer.body());
    answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).ifPresent(response::type);
    return response.build();
  }

  private static Optional<String> type(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
  }

  private static String query(UriInfo call) {
    String query = call.getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }

  private URI owner(String part) {
    return switch (part) {
      case "journal" -> settings.ocr().url();
      case "plays" -> settings.ingest().url();
      default -> settings.training().url();
    };
  }

  private static String serviceName(String part) {
    return switch (part) {
      case "journal" -> "ocr-service";
      case "plays" -> "ingest-service";
      default -> "training-service";
    };
  }
}
