package io.chihiro.ingest;

import io.chihiro.door.Problem;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says "not now" while a user's plays are restored or move to another copy, also when they begin
/// to move in the middle of an answer.
public class TopologyProblems {
  @ServerExceptionMapper(InvalidStateStoreException.class)
  public Response moving() {
    return Problem.response(503, "Not now", "The plays are being read; ask again in a moment.");
  }
}
