package io.chihiro.door;

import io.chihiro.tracing.Span;
import io.chihiro.tracing.Tracing;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

/// Makes a call under `/api` a step of a trace. It is named by who answers it, because a path may
/// hold somebody's words.
@Provider
@Priority(1)
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String SPAN = TraceFilter.class.getName();
  private static final int OUR_FAULT = 500;

  private final ResourceInfo resource;

  public TraceFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext call) {
    if (!Tracing.get().on() || !call.getUriInfo().getPath().startsWith("/api/")) {
      return;
    }
    String name = call.getMethod() + " " + resource.getResourceClass().getSimpleName();
    String before = call.getHeaderString(Tracing.HEADER);
    Span span = before == null ? Tracing.get().begin(name) : Tracing.get().follow(name, before);
    call.setProperty(SPAN, span.onThisThread());
  }

  @Override
  public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
    if (call.getProperty(SPAN) instanceof Span span) {
      call.removeProperty(SPAN);
      span.count("http.response.status_code", answer.getStatus());
      if (answer.getStatus() >= OUR_FAULT) {
        span.failed();
      }
      span.close();
    }
  }
}
