package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.PassedCall;
import io.chihiro.door.RefusedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.net.http.HttpResponse;

/// Hands a call to the copy of this service that can answer it; where there is one copy, that is
/// always this one.
@Provider
@Priority(Priorities.USER + 100)
public class PassOn implements ContainerRequestFilter {
  private final Copies copies;
  private final Caller caller;

  public PassOn(Copies copies, Caller caller) {
    this.copies = copies;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext call) {
    String path = call.getUriInfo().getPath();
    if (!path.startsWith("/api/")) {
      return;
    }
    String copy = copies.of(path, caller.user());
    if (copies.isThis(copy)) {
      return;
    }
    if (call.getHeaderString(Copies.PASSED_ON) != null) {
      throw RefusedException.notNow("The plays are moving to another copy; ask again in a moment.");
    }
    call.abortWith(passedOn(call, copy));
  }

  private Response passedOn(ContainerRequestContext call, String copy) {
    try {
      HttpResponse<InputStream> answer =
          copies.ask(
              copy,
              caller.identity(),
              PassedCall.path(call.getUriInfo()),
              call.getMethod(),
              PassedCall.headers(call.getMethod(), call::getHeaderString),
              PassedCall.body(call.getMethod(), call::getEntityStream));
      return PassedCall.answer(answer).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.notNow("The service is ending; try again soon.");
    }
  }
}
