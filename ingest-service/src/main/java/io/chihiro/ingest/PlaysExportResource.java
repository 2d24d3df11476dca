package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// All plays, to take away.
@Path("/api/v1/plays/export")
@RunOnVirtualThread
public class PlaysExportResource {
  private static final String ATTACHMENT = "attachment; filename=\"chihiro-plays.zip\"";

  private final PlaysExport export;
  private final Caller caller;

  public PlaysExportResource(IngestSettings settings, ListeningView listening, Caller caller) {
    this.export = new PlaysExport(settings.broker(), listening);
    this.caller = caller;
  }

  /// A zip with the plays, the playlists and what was said of them; importing it gives the same.
  @GET
  @Produces("application/zip")
  public Response export() {
    String user = caller.user();
    StreamingOutput zip = out -> export.write(user, out);
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
