package io.chihiro.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where Spotify sends the owner back to after logging in.
///
/// The browser comes from a foreign page and shows no session; what lets it in is the state of an
/// attempt that was begun here, which ingest-service checks and takes once.
@Path("/connected")
@RunOnVirtualThread
public class ConnectedResource {
  private static final String LANDED = "/api/v1/plays/sources/spotify/landed";

  private static final Pattern STATE = Pattern.compile("(?:^|&)state=([a-z][a-z0-9-]{0,31})\\.");

  private final Neighbours neighbours;
  private final RecommendSettings settings;
  private final ObjectMapper json;

  public ConnectedResource(Neighbours neighbours, RecommendSettings settings, ObjectMapper json) {
    this.neighbours = neighbours;
    this.settings = settings;
    this.json = json;
  }

  @GET
  public Response connected(@Context UriInfo call) throws InterruptedException {
    String where = took(call.getRequestUri()) ? "connected" : "not-connected";
    return Response.seeOther(URI.create("/sources.html#" + where)).build();
  }

  // The state begins with the user who went to Spotify; whether it is theirs is checked there.
  private static Identity whoBegan(URI landed) {
    Matcher state = STATE.matcher(Optional.ofNullable(landed.getRawQuery()).orElse(""));
    String user = state.find() ? state.group(1) : Identity.OWNER;
    return new Identity(user, Identity.Role.MEMBER, "connected");
  }

  private boolean took(URI landed) throws InterruptedException {
    try {
      String body = json.writeValueAsString(Map.of("address", landed.toString()));
      HttpResponse<InputStream> answer =
          neighbours.ask(
              whoBegan(landed),
              "ingest-service",
              settings.ingest().url(),
              LANDED,
              "POST",
              Map.of("Content-Type", MediaType.APPLICATION_JSON),
              BodyPublishers.ofString(body));
      answer.body().close();
      return answer.statusCode() == Response.Status.OK.getStatusCode();
    } catch (IOException e) {
      throw RefusedException.notNow("ingest-service broke off its answer; open this page again.");
    }
  }
}
