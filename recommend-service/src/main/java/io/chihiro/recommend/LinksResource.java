package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/// How the page gets in: the launcher asks for a link with the token, the browser opens it once,
/// as the same user.
@Path("/api/v1/links")
@RunOnVirtualThread
public class LinksResource {
  private final OneTimeLinks links;
  private final Caller caller;

  public LinksResource(OneTimeLinks links, Caller caller) {
    this.links = links;
    this.caller = caller;
  }

  /// A link that opens the page once.
  public record Link(String link) {}

  @POST
  public Link link(@Context UriInfo call) {
    caller.mustShowToken();
    return new Link(
        call.getBaseUri().resolve("/open?code=" + links.issue(caller.identity())).toString());
  }
}
