package io.chihiro.ocr;

import io.chihiro.door.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says "not now" when the journal cannot be used.
public class JournalProblems {
  private static final Logger LOG = Logger.getLogger(JournalProblems.class);

  @ServerExceptionMapper
  public Response unavailable(JournalUnavailableException e) {
    LOG.warnf(
        "%s (%s)", e.getMessage(), e.getCause() == null ? "" : e.getCause().getClass().getName());
    return Problem.response(503, "Not now", String.valueOf(e.getMessage()));
  }
}
