package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.PageSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// How a browser comes in with a token, and how it leaves.
@Path("/api/v1/session")
@RunOnVirtualThread
public class SessionResource {
  private final PageSession session;
  private final Caller caller;

  public SessionResource(PageSession session, Caller caller) {
    this.session = session;
    this.caller = caller;
  }

  /// Exchanges the token that is shown for a session, which ends with that token.
  @POST
  public Response begin() {
    caller.mustShowToken();
    return Response.noContent().cookie(session.cookie(caller.identity())).build();
  }

  /// Lets this browser forget its session.
  @DELETE
  public Response end() {
    return Response.noContent().cookie(session.ended()).build();
  }
}
