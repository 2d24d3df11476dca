package io.chihiro.training;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.evaluation.Report;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Which models there are, how good they are, why they serve or do not, and which one shall.
@Path("/api/v1/models")
@RunOnVirtualThread
public class ModelsResource {
  private final ChooseModels models;
  private final TrainingNeeds needs;
  private final Caller caller;

  public ModelsResource(ChooseModels models, TrainingNeeds needs, Caller caller) {
    this.models = models;
    this.needs = needs;
    this.caller = caller;
  }

  /// What is there.
  ///
  /// @param serving the version that answers those who name no model
  /// @param days days with text and songs, which models learn from
  /// @param missingDays how many more are needed before anything can be trained
  public record ModelList(List<ModelTrained> models, String serving, int days, int missingDays) {}

  @GET
  public ModelList models() {
    caller.mustBeLearnedFrom();
    TrainingNeeds.Days days = needs.days();
    Registry registry = models.registry();
    return new ModelList(
        registry.models(), registry.servingNow().version(), days.days(), days.missing());
  }

  /// One version's report; of a version without one, its record.
  @GET
  @Path("/{name}/{version}/report")
  @Produces(MediaType.APPLICATION_JSON)
  public Response report(String name, String version) throws IOException {
    caller.mustBeLearnedFrom();
    Optional<java.nio.file.Path> file = models.file(name, version, Report.JSON_FILE);
    if (file.isPresent()) {
      return Response.ok(Files.newInputStream(file.get())).build();
    }
    return Response.ok(models.record(name, version).orElseThrow(ModelsResource::absent)).build();
  }

  /// The report as a page.
  @GET
  @Path("/{name}/{version}/report")
  @Produces(MediaType.TEXT_HTML)
  public Response page(String name, String version) throws IOException {
    caller.mustBeLearnedFrom();
    java.nio.file.Path file =
        models.file(name, version, Report.HTML_FILE).orElseThrow(ModelsResource::absent);
    return Response.ok(Files.newInputStream(file)).build();
  }

  /// This version serves from now on, whatever is trained.
  @POST
  @Path("/{name}/{version}/pin")
  public ModelTrained pin(String name, String version) {
    caller.mustBeLearnedFrom();
    return models.pin(name, version);
  }

  /// Trainings may change again what serves.
  @DELETE
  @Path("/{name}/{version}/pin")
  public ModelTrained unpin(String name, String version) {
    caller.mustBeLearnedFrom();
    return models.unpin(name, version);
  }

  /// Back to what served before.
  @POST
  @Path("/rollback")
  public ModelTrained rollback() {
    caller.mustBeLearnedFrom();
    return models.rollback();
  }

  private static RefusedException absent() {
    return RefusedException.notFound("There is no such model or version, or it has no report.");
  }
}
