package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.ocr.TextDifference.Run;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Reading a page again with another engine: first shown, then taken or not.
@Path("/api/v1/journal/rereadings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalRereadingsResource {
  private final Rereading rereading;
  private final Caller caller;

  public JournalRereadingsResource(Rereading rereading, Caller caller) {
    this.rereading = rereading;
    this.caller = caller;
  }

  /// Who can be asked.
  public record Readers(List<String> engines) {}

  /// Who shall read.
  public record Reader(@Nullable String engine) {}

  /// What would change, word by word.
  public record Difference(String engine, List<Run> runs) {}

  /// The page's entries as they are now.
  public record Taken(List<EntryView> entries) {}

  @GET
  public Readers readers() {
    return new Readers(rereading.readers(caller.user()));
  }

  @POST
  @Path("{page}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Difference read(@RestPath String page, Reader body)
      throws IOException, InterruptedException {
    String engine = engine(body);
    return new Difference(engine, rereading.read(caller.user(), page, engine));
  }

  @POST
  @Path("{page}/take")
  @Consumes(MediaType.APPLICATION_JSON)
  public Taken take(@RestPath String page, Reader body) {
    return new Taken(
        rereading.take(caller.user(), page, engine(body)).stream().map(EntryView::of).toList());
  }

  private static String engine(Reader body) {
    if (body.engine() == null) {
      throw RefusedException.wrongCall("The field \"engine\" is missing.");
    }
    return body.engine();
  }
}
