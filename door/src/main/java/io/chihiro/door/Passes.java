package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/// Who a call comes from, by what it shows: the owner's token, a member's, the front door's, or the
/// page's session.
@ApplicationScoped
public class Passes {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final OwnerToken owner;
  private final ServiceToken services;
  private final PageSession session;
  private final Members members;

  public Passes(OwnerToken owner, ServiceToken services, PageSession session, Members members) {
    this.owner = owner;
    this.services = services;
    this.session = session;
    this.members = members;
  }

  /// Who it is; empty for a stranger.
  Optional<Identity> of(ContainerRequestContext call) {
    String authorization = call.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.startsWith(DoorFilter.BEARER)
          ? byToken(call, authorization.substring(DoorFilter.BEARER.length()).strip())
          : Optional.empty();
    }
    Cookie cookie = call.getCookies().get(session.cookieName());
    return cookie == null || isForged(call)
        ? Optional.empty()
        : session.read(cookie.getValue()).flatMap(this::bySession);
  }

  private Optional<Identity> byToken(ContainerRequestContext call, String token) {
    if (owner.matches(token)) {
      return Optional.of(Identity.owner(owner.name()));
    }
    String user = call.getHeaderString(ServiceToken.USER_HEADER);
    String role = call.getHeaderString(ServiceToken.ROLE_HEADER);
    return services.read(token, user, role).or(() -> members.byToken(token));
  }

  private Optional<Identity> bySession(PageSession.Begun begun) {
    if (!begun.user().equals(Identity.OWNER)) {
      return members.bySession(begun);
    }
    return begun.pass().equals(owner.name())
        ? Optional.of(Identity.owner(Identity.SESSION))
        : Optional.empty();
  }

  /// A form on a foreign page sends the cookie along, but cannot set this header.
  private static boolean isForged(ContainerRequestContext call) {
    return !READING.contains(call.getMethod())
        && call.getHeaderString(DoorFilter.PAGE_HEADER) == null;
  }
}
