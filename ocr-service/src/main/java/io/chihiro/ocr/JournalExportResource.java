package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// The whole journal, to take away.
@Path("/api/v1/journal/export")
@RunOnVirtualThread
public class JournalExportResource {
  private static final String ATTACHMENT = "attachment; filename=\"chihiro-journal.zip\"";

  private final JournalExport export;
  private final Journal journal;
  private final Caller caller;

  public JournalExportResource(JournalExport export, Journal journal, Caller caller) {
    this.export = export;
    this.journal = journal;
    this.caller = caller;
  }

  /// A zip with one Markdown file a day; importing it gives the same days.
  @GET
  @Produces("application/zip")
  public Response export() {
    String user = caller.user();
    // A journal that is not open yet is refused before the first byte.
    var _ = journal.entries(user);
    StreamingOutput zip = out -> export.write(user, out);
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
