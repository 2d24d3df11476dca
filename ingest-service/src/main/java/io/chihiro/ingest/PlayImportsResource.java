package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.ingest.history.CsvMapping;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Histories come in here, and tell how far they are.
@Path("/api/v1/plays/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PlayImportsResource {
  private static final String MAPPING =
      "send JSON with the headings of \"title\" and \"artist\", and if there are such columns"
          + " \"album\", \"time\" and \"seconds\"; \"timeFormat\" and \"timeIsEnd\" say how the"
          + " time is written.";

  private final ImportQueue queue;
  private final Caller caller;

  public PlayImportsResource(ImportQueue queue, Caller caller) {
    this.queue = queue;
    this.caller = caller;
  }

  /// One import as the API shows it; the account stands in it and, whole, beside it.
  public record ImportView(
      String id,
      String file,
      String status,
      String message,
      long rows,
      long stored,
      Map<String, Long> dropped,
      long waiting,
      ImportAccount account) {
    static ImportView of(PlayImport each) {
      ImportAccount account = each.account();
      return new ImportView(
          each.id(),
          each.file(),
          Hyphenated.of(each.status()),
          each.message(),
          account.rows(),
          account.stored(),
          account.dropped(),
          account.waiting(),
          account);
    }
  }

  /// What was taken on: the first import, and all of them.
  public record Accepted(String id, String status, List<ImportView> imports) {}

  /// A user's imports, newest first.
  public record ImportList(List<ImportView> imports) {}

  /// Takes files on; each is an import of its own.
  ///
  /// @param mapping which columns of a table hold what, as JSON, where that cannot be guessed
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @RestForm(FileUpload.ALL) List<FileUpload> files, @RestForm @Nullable String mapping)
      throws IOException {
    Optional<CsvMapping> columns = ImportCalls.mapping(mapping, CsvMapping.class, MAPPING);
    List<ImportView> imports =
        ImportCalls.take(
            files,
            file ->
                ImportView.of(
                    queue.add(caller.user(), file.fileName(), file.uploadedFile(), columns)));
    ImportView first = imports.getFirst();
    return Response.accepted(new Accepted(first.id(), first.status(), imports)).build();
  }

  @GET
  public ImportList all() {
    return new ImportList(queue.of(caller.user()).stream().map(ImportView::of).toList());
  }

  @GET
  @Path("/{id}")
  public ImportView one(String id) {
    return ImportView.of(ImportCalls.one(queue.of(caller.user()), id));
  }
}
