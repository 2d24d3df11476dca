package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.ingest.CatalogueAccount.LyricsAccount;
import io.chihiro.ingest.CatalogueAccount.Problem;
import io.chihiro.ingest.catalogue.CatalogueMapping;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Catalogues of songs come in here, and tell how far they are.
@Path("/api/v1/songs/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SongImportsResource {
  private static final String MAPPING =
      "send JSON with the headings of \"title\", \"artist\", \"tag\", \"year\", \"views\","
          + " \"features\", \"lyrics\", \"id\" or \"language\", those of them that are called"
          + " otherwise.";

  private final SongImportQueue queue;
  private final Caller caller;

  public SongImportsResource(SongImportQueue queue, Caller caller) {
    this.queue = queue;
    this.caller = caller;
  }

  /// One import as the API shows it.
  ///
  /// @param lyrics `found = kept + left out`
  /// @param problems the first rows with which something is wrong
  public record SongImportView(
      String id,
      String file,
      String status,
      String message,
      long rows,
      long stored,
      Map<String, Long> dropped,
      long waiting,
      LyricsAccount lyrics,
      List<Problem> problems) {
    static SongImportView of(SongImport each) {
      ImportAccount songs = each.account().songs();
      return new SongImportView(
          each.id(),
          each.file(),
          Hyphenated.of(each.status()),
          each.message(),
          songs.rows(),
          songs.stored(),
          songs.dropped(),
          songs.waiting(),
          each.account().lyrics(),
          each.account().problems());
    }
  }

  /// What was taken on: the first import, and all of them.
  public record AcceptedSongs(String id, String status, List<SongImportView> imports) {}

  /// A user's imports, newest first.
  public record SongImportList(List<SongImportView> imports) {}

  /// Takes files on; each is an import of its own.
  ///
  /// @param mapping which columns hold what, as JSON, where they are not called as usual
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @RestForm(FileUpload.ALL) List<FileUpload> files, @RestForm @Nullable String mapping)
      throws IOException {
    CatalogueMapping columns =
        ImportCalls.mapping(mapping, CatalogueMapping.class, MAPPING)
            .orElse(CatalogueMapping.USUAL);
    List<SongImportView> imports =
        ImportCalls.take(
            files,
            file ->
                SongImportView.of(
                    queue.add(caller.user(), file.fileName(), file.uploadedFile(), columns)));
    SongImportView first = imports.getFirst();
    return Response.accepted(new AcceptedSongs(first.id(), first.status(), imports)).build();
  }

  @GET
  public SongImportList all() {
    return new SongImportList(queue.of(caller.user()).stream().map(SongImportView::of).toList());
  }

  @GET
  @Path("/{id}")
  public SongImportView one(String id) {
    return SongImportView.of(ImportCalls.one(queue.of(caller.user()), id));
  }
}
