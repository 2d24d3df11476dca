package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// Which models there are, how good they are, and why they serve or do not.
@Path("/api/v1/models")
@RunOnVirtualThread
public class ModelsResource {
  private final MeasureEncoder measured;

  public ModelsResource(MeasureEncoder measured) {
    this.measured = measured;
  }

  public record ModelList(List<ModelTrained> models) {}

  @GET
  public ModelList models() {
    return new ModelList(measured.models());
  }

  /// One version's figures.
  @GET
  @Path("/{name}/{version}/report")
  public ModelTrained report(String name, String version) {
    return measured.models().stream()
        .filter(model -> model.name().equals(name) && model.version().equals(version))
        .findFirst()
        .orElseThrow(() -> RefusedException.notFound("There is no such model or version."));
  }
}
