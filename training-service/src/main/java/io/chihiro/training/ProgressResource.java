package io.chihiro.training;

import io.chihiro.door.Progress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final MeasureEncoder measured;

  public ProgressResource(MeasureEncoder measured) {
    this.measured = measured;
  }

  /// Whether the days are still to be measured.
  @GET
  public Progress progress() {
    return new Progress(
        "training-service", measured.waiting() ? 1 : 0, "measurement under way", Map.of());
  }
}
