package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.PageSession;
import io.chihiro.door.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Where a one-time link leads: the browser gets its session and the page.
@Path("/open")
@RunOnVirtualThread
public class OpenPageResource {
  private final OneTimeLinks links;
  private final PageSession session;

  public OpenPageResource(OneTimeLinks links, PageSession session) {
    this.links = links;
    this.session = session;
  }

  @GET
  public Response open(@RestQuery @Nullable String code) {
    Identity identity =
        Optional.ofNullable(code)
            .flatMap(links::use)
            .orElseThrow(
                () ->
                    RefusedException.wrongCall(
                        "This link was used already or is too old; ./chihiro status prints a fresh"
                            + " one."));
    return Response.seeOther(URI.create("/")).cookie(session.cookie(identity)).build();
  }
}
