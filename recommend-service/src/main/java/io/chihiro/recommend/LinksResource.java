package io.chihiro.recommend;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/// How the page gets in: the launcher asks for a link with the token, the browser opens it once.
@Path("/api/v1/links")
@RunOnVirtualThread
public class LinksResource {
  private final OneTimeLinks links;

  public LinksResource(OneTimeLinks links) {
    this.links = links;
  }

  /// A link that opens the page once.
  public record Link(String link) {}

  @POST
  public Link link(@Context UriInfo call) {
    return new Link(call.getBaseUri().resolve("/open?code=" + links.issue()).toString());
  }
}
