package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// Everything of a user, to take away.
@Path("/api/v1/export")
@RunOnVirtualThread
public class ExportResource {
  private static final String ATTACHMENT = "attachment; filename=\"chihiro.zip\"";

  private final WholeExport export;
  private final Caller caller;

  public ExportResource(WholeExport export, Caller caller) {
    this.export = export;
    this.caller = caller;
  }

  /// A zip in open formats; importing it into an empty system gives the same moments.
  @GET
  @Produces("application/zip")
  public Response export() throws InterruptedException {
    WholeExport.Opened opened = export.open(caller.user());
    StreamingOutput zip = opened::write;
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
