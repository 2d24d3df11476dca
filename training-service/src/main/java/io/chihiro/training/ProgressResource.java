package io.chihiro.training;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final MeasureEncoder measured;

  public ProgressResource(MeasureEncoder measured) {
    this.measured = measured;
  }

  /// What waits.
  public record Progress(String service, long waiting, String what) {}

  @GET
  public Progress progress() {
    return new Progress("training-service", measured.waiting() ? 1 : 0, "measurements");
  }
}
