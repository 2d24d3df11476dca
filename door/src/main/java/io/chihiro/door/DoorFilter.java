package io.chihiro.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/// Lets a call under `/api` in only with the owner's token or the page's session.
///
/// A call that carries the cookie and changes something must also carry a header that a form on
/// a foreign page cannot set.
@Provider
public class DoorFilter implements ContainerRequestFilter {
  /// Sent by the page with every call.
  public static final String PAGE_HEADER = "X-Chihiro-Page";

  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final OwnerToken token;
  private final PageSession session;

  public DoorFilter(OwnerToken token, PageSession session) {
    this.token = token;
    this.session = session;
  }

  @Override
  public void filter(ContainerRequestContext call) {
    if (!call.getUriInfo().getPath().startsWith("/api/") || maySpeak(call)) {
      return;
    }
    call.abortWith(
        Problem.response(
            401, "Who are you?", "This call needs the owner's token, or the page's session."));
  }

  private boolean maySpeak(ContainerRequestContext call) {
    String authorization = call.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          && token.matches(authorization.substring(BEARER.length()).strip());
    }
    Cookie cookie = call.getCookies().get(session.cookieName());
    return cookie != null && session.accepts(cookie.getValue()) && notForged(call);
  }

  private static boolean notForged(ContainerRequestContext call) {
    return READING.contains(call.getMethod()) || call.getHeaderString(PAGE_HEADER) != null;
  }
}
