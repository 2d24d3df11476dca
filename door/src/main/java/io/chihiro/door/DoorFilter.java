package io.chihiro.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/// Lets a call under `/api` in only with a token or the page's session, and not too many at once.
@Provider
public class DoorFilter implements ContainerRequestFilter {
  /// Sent by the page with every call.
  public static final String PAGE_HEADER = "X-Chihiro-Page";

  static final String BEARER = "Bearer ";

  private final Passes passes;
  private final CallRate rate;
  private final Caller caller;

  public DoorFilter(Passes passes, CallRate rate, Caller caller) {
    this.passes = passes;
    this.rate = rate;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext call) {
    if (!call.getUriInfo().getPath().startsWith("/api/")) {
      return;
    }
    Optional<Identity> somebody = passes.of(call);
    Optional<Duration> wait =
        somebody.filter(ServiceToken::letIn).isPresent() ? Optional.empty() : rate.count(somebody);
    if (wait.isPresent()) {
      call.abortWith(tooMany(wait.get()));
      return;
    }
    somebody.ifPresentOrElse(caller::letIn, () -> call.abortWith(stranger()));
  }

  private static Response stranger() {
    return Problem.response(401, "Who are you?", "This call needs a token, or the page's session.");
  }

  private static Response tooMany(Duration wait) {
    long seconds = wait.toSeconds() + 1;
    Response problem =
        Problem.response(
            429, "Too many calls", "Ask again in " + seconds + " s; nothing was done.");
    return Response.fromResponse(problem).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }
}
