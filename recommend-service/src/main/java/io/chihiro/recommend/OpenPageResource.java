package io.chihiro.recommend;

import io.chihiro.door.PageSession;
import io.chihiro.door.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
    if (code == null || !links.use(code)) {
      throw RefusedException.wrongCall(
          "This link was used already or is too old; ./chihiro status prints a fresh one.");
    }
    NewCookie cookie =
        new NewCookie.Builder(session.cookieName())
            .value(session.issue())
            .path("/")
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .maxAge((int) PageSession.LIFETIME.toSeconds())
            .build();
    return Response.seeOther(URI.create("/")).cookie(cookie).build();
  }
}
